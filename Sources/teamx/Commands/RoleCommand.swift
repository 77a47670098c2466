import ArgumentParser
import Domain

/// `teamx role`.
struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "See what people can be hired as.", subcommands: [List.self, Show.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List roles.", aliases: ["ls"])
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                try desk.show(
                    try await desk.client.list(APIPath("roles")).items,
                    [
                        .member("ROLE", "id", .id), .member("NAME", "name"), .member("LEVEL", "level"),
                        .init("REPORTS TO") { ($0["reports_to"]?.array ?? []).map(\.plain).joined(separator: ", ") },
                    ], empty: "There are no roles.")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a role's text.")

        @Argument(help: "The role's id, with its pack before a slash if need be.") var role: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let parts = role.split(separator: "/").map(String.init)
                let roles = try await desk.client.list(APIPath("roles")).items
                let found = roles.first { $0.text("id") == parts.last && (parts.count < 2 || $0.text("pack_id") == parts[0]) }
                guard let found else { throw CommandFailure.notFound("There is no role “\(role)”.", hint: "teamx role list") }
                let detail = try await desk.client.get(APIPath("roles", found.text("pack_id"), found.text("id")))
                try desk.show(detail) { [SafeText.block($0["body"]?.string ?? "")] }
            }
        }
    }
}
