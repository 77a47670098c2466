import ArgumentParser
import Domain

/// `teamx queue`.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "queue", abstract: "See what waits and what goes on.")
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            let names = try await desk.client.names(of: company)
            try desk.show(
                try await desk.client.list(.company(company, "queue")).items,
                [
                    .person("WHO", "agent_id", names), .member("CAUSE", "cause"),
                    .member("STATUS", "status", .state),
                    .member("PRIORITY", "priority", .number), .member("ATTEMPTS", "attempt_count", .number),
                    .member("LAST ERROR", "last_error"),
                ], empty: "Nothing waits.")
        }
    }
}
