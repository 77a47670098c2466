import ArgumentParser
import Domain

/// `teamx project`.
struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project", abstract: "Look at projects, complete them and put them away.",
        subcommands: [List.self, Show.self, Close.self, Archive.self, Reopen.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List projects.", aliases: ["ls"])
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                try desk.show(
                    try await desk.client.list(.company(company, "projects")).items,
                    [
                        .member("PROJECT", "title"), .member("STATUS", "status", .state), .member("PRIORITY", "priority"),
                        .member("ID", "id", .id),
                    ], empty: "No projects.")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a project with its tickets.")
        @OptionGroup var which: ProjectArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = APIPath.company(company, "projects", try await which.id(desk, company))
                try desk.show(try await desk.client.get(path)) { project in
                    ["\(project.text("title")): \(project.text("status")), \(project.text("priority"))"]
                        + desk.rows(
                            project["tickets"]?.array ?? [],
                            [
                                .init("", .number) { "#\($0.int("number"))" }, .member("", "status", .state),
                                .member("", "title"),
                            ])
                }
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Call a project completed; its tickets stay as they are.")
        @OptionGroup var which: ProjectArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await which.put(.completed, company, options) }
    }

    struct Archive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "archive", abstract: "Put a project away.")
        @OptionGroup var which: ProjectArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await which.put(.archived, company, options) }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Take a project up again.")
        @OptionGroup var which: ProjectArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await which.put(.active, company, options) }
    }
}

/// The project that a command is about.
struct ProjectArgument: ParsableArguments {
    @Argument(help: "The project's id, or its last six characters or more.") var project: String

    func id(_ desk: ClientDesk, _ company: String) async throws -> String {
        try await desk.id(project, in: .company(company, "projects"), kind: "project")
    }

    /// Says where the project stands from now on.
    func put(_ status: ProjectStatus, _ company: CompanyOption, _ options: ClientOptions) async throws {
        try await options.withDesk(in: company) { desk, company in
            let path = APIPath.company(company, "projects", try await id(desk, company))
            try desk.show(try await desk.client.patch(path, ["status": .string(status.rawValue)])) {
                ["\($0.text("title")) is \($0.text("status"))."]
            }
        }
    }
}
