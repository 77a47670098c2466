import ArgumentParser
import Domain

extension ThreadCommand {
    /// `teamx thread members`.
    struct Members: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "members", abstract: "List who takes part in a conversation.")

        @OptionGroup var thread: ThreadArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await thread.find(desk, of: company)
                let members = (found["members"]?.array ?? []).map { member -> JSONValue in
                    guard case .object(var members) = member else { return member }
                    members["id"] = members["member_id"]
                    return .object(members)
                }
                try desk.show(
                    members,
                    [
                        .init("NAME") { ThreadName.name(of: $0) }, .member("ROLE", "role_in_thread"),
                        .member("ID", "member_id", .id),
                    ], empty: "Nobody takes part.")
            }
        }
    }

    /// `teamx thread add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Let an employee take part in a conversation, or change their role in it.")

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "An id, a name or a role.") var who: String
        @Option(help: "owner, member or observer; an observer reads along and is not woken.") var role: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await thread.find(desk, of: company)
                let employee = try await desk.employee(who, of: company)
                let path = APIPath.company(company, "threads", found.text("id"), "members", employee.text("id"))
                let body: JSONValue = role.map { ["role": .string($0)] } ?? [:]
                try desk.show(try await desk.client.put(path, body)) { member in
                    ["\(employee.text("name")) takes part in \(ThreadName.of(found)) as \(member.text("role_in_thread"))."]
                }
            }
        }
    }

    /// `teamx thread remove`.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take an employee out of a conversation.", aliases: ["rm"])

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "An id, a name or a role.") var who: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await thread.find(desk, of: company)
                let employee = try await desk.employee(who, of: company)
                let path = APIPath.company(company, "threads", found.text("id"), "members", employee.text("id"))
                try desk.show(try await desk.client.delete(path)) { _ in
                    ["\(employee.text("name")) takes part in \(ThreadName.of(found)) no longer."]
                }
            }
        }
    }
}
