import ArgumentParser
import Domain

/// `teamx status`.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Say whether a server answers.")
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk { desk in
            let address = desk.client.location.address
            try desk.show(try await desk.client.get(APIPath("health"), timeout: .seconds(5))) { health in
                [
                    "Team-X \(health.text("version")) answers at \(address), for \(Quantity.duration(milliseconds: Int64(health.int("uptime_ms")))) by now."
                ]
            }
        }
    }
}

/// `teamx stop`.
struct StopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stop", abstract: "Ask the server to stop.")
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk { desk in
            try desk.show(try await desk.client.post(APIPath("shutdown"))) { _ in
                ["The server stops; running turns go on after the next start."]
            }
        }
    }
}
