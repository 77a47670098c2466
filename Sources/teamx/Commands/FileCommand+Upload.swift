import ArgumentParser
import Domain
import FoundationEssentials

extension FileCommand {
    /// `teamx file upload`.
    struct Upload: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "upload", abstract: "Give the company a file.",
            discussion: "EXAMPLE: teamx file upload notes.md --ticket 3", aliases: ["add"])

        @Argument(help: "The file's path here.") var path: String
        @Option(help: "What it is called there; as here otherwise.") var name: String?
        @Option(help: "The number or id of the ticket that it belongs to.") var ticket: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                guard let bytes = FileManager.default.contents(atPath: path) else {
                    throw CommandFailure.notFound("\(path) cannot be read.")
                }
                let name = name ?? VaultName.of(path: path)
                var owner: String?
                if let ticket { owner = try await desk.client.get(desk.ticketPath(ticket, of: company)).text("id") }
                let stored = try await desk.upload(Array(bytes), named: name, ticket: owner, to: company)
                try desk.made(
                    stored, "Stored \(SafeText.line(name)) (\(Quantity.bytes(bytes.count))).",
                    next: "file cat \(ShortID.of(stored.text("id")))")
            }
        }
    }
}

/// What a file probably holds, by the end of its name.
enum FileType {
    static func likely(of name: String) -> String {
        switch name.split(separator: ".").last?.lowercased() {
        case "md", "markdown": "text/markdown"
        case "txt", "text", "log": "text/plain"
        case "csv": "text/csv"
        case "html", "htm": "text/html"
        case "json": "application/json"
        case "pdf": "application/pdf"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        default: "application/octet-stream"
        }
    }
}
