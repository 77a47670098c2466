import ArgumentParser
import Domain

/// `teamx file`.
struct FileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "See the company's files, and give it some.",
        subcommands: [List.self, Delivered.self, Cat.self, Get.self, Upload.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List files, or find those that hold words.", aliases: ["ls"])

        @OptionGroup var limit: ListLimit
        @Argument(help: "Words that the file must hold.") var words: [String] = []
        @Option(help: "The same.") var search: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let wanted = words + [search].compactMap { $0 }
                let search = wanted.isEmpty ? nil : wanted.joined(separator: " ")
                var found = try await desk.client.list(
                    APIPath.company(company, "files").asking("q", search), limit: limit.limit)
                if search != nil, found.items.count == Self.mostFound { found.rest = .unknown }
                found.items = found.items.map { $0["file"] ?? $0 }
                try desk.show(
                    found,
                    [
                        .member("NAME", "original_name"), .init("SIZE", .number) { Quantity.bytes($0.int("size_bytes")) },
                        .person("BY", "uploaded_by", names, otherwise: "you"), .member("ID", "id", .id),
                    ], empty: "No files.")
            }
        }

        /// How many a search finds at the most.
        private static let mostFound = 50
    }

    struct Cat: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cat", abstract: "Print a file.",
            discussion: "A terminal is shown text only, with control characters made harmless; a pipe gets the bytes as they are."
        )

        @Argument(help: "The file's id or its name; of several the newest.") var file: String
        @Flag(help: "Print the bytes as they are, also to a terminal.") var raw = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await desk.file(file, of: company)
                let bytes = try await desk.client.bytes(.company(company, "files", found.text("id"), "content"))
                if raw || !desk.console.terminal.outputIsTerminal { return StandardStream.output.write(bytes) }
                desk.console.write(SafeText.block(String(decoding: bytes, as: UTF8.self)) + "\n")
            }
        }
    }

    struct Get: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "get", abstract: "Save a file.", discussion: "EXAMPLE: teamx file get launch-plan.md --to plans/")

        @Argument(help: "The file's id or its name; of several the newest.") var file: String
        @Option(help: "Where to: a folder, or a path. Here and under its own name otherwise.") var to: String?
        @Flag(help: "Write over a file that is there.") var force = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await desk.file(file, of: company)
                let target = SavedFile(named: found["original_name"]?.string ?? "", to: to, overwrites: force)
                try target.check()
                let bytes = try await desk.client.bytes(.company(company, "files", found.text("id"), "content"))
                try target.write(bytes)
                try desk.show(found) { _ in ["Saved \(SafeText.line(target.path)) (\(Quantity.bytes(bytes.count)))."] }
            }
        }
    }
}
