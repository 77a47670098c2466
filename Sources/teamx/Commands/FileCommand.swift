import ArgumentParser
import Domain

/// `teamx file`.
struct FileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "See the company's files.", subcommands: [List.self, Cat.self, Get.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List files, or find those that hold words.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @OptionGroup var limit: ListLimit
        @Option(help: "Words that the file must hold.") var search: String?

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.client.names(of: company)
                var found = try await desk.client.list(
                    APIPath.company(company, "files").asking("q", search), limit: limit.limit)
                if search != nil, found.items.count == Self.mostFound { found.rest = .unknown }
                found.items = found.items.map { $0["file"] ?? $0 }
                try desk.show(
                    found,
                    [
                        .member("NAME", "original_name"), .init("SIZE", .number) { Quantity.bytes($0.int("size_bytes")) },
                        .person("BY", "uploaded_by", names, otherwise: "you"), .member("ID", "id", .whole),
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

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The file's id, or its name where only one has it.") var file: String
        @Flag(help: "Print the bytes as they are, also to a terminal.") var raw = false

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
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

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The file's id, or its name where only one has it.") var file: String
        @Option(help: "Where to: a folder, or a path. Here and under its own name otherwise.") var to: String?
        @Flag(help: "Write over a file that is there.") var force = false

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
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
