import ArgumentParser
import Domain

extension RunCommand {
    /// `teamx run stop`.
    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop", abstract: "End a run for good; what was said by then is kept.",
            discussion: "EXAMPLE: teamx run stop 4R_tW2")

        @Argument(help: "The run's id, or its last six characters or more.") var run: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await desk.id(run, in: .company(company, "runs"), kind: "run")
                var run = try await desk.client.post(.company(company, "runs", id, "stop"))
                for _ in 0..<Self.looks where run.text("status") == RunStatus.running.rawValue {
                    try await Task.sleep(for: .milliseconds(50))
                    run = try await desk.client.get(.company(company, "runs", id))
                }
                let names = try await desk.client.names(of: company)
                try desk.show(run) { run in
                    let name = names[run.text("employee_id")] ?? "Somebody who left"
                    let isOver = run.text("status") != RunStatus.running.rawValue
                    return [
                        "\(name) \(isOver ? "has stopped" : "is about to stop"), \(Quantity.count(run.int("completion_tokens"))) out."
                    ]
                }
            }
        }

        /// A run ends within two seconds.
        private static let looks = 40
    }

    /// `teamx run guide`.
    struct Guide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "guide", abstract: "Say something to a run; it takes it up before its next model call.",
            discussion: "EXAMPLE: teamx run guide 4R_tW2 \"Keep it to one page\"")

        @Argument(help: "The run's id, or its last six characters or more.") var run: String
        @Argument(help: "What you have to say.") var words: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await desk.id(run, in: .company(company, "runs"), kind: "run")
                try await RunCommand.guide(id, words, company, desk)
            }
        }
    }
    /// Says something to a run and tells what becomes of it.
    static func guide(_ run: String, _ words: String, _ company: String, _ desk: ClientDesk) async throws {
        let path = APIPath.company(company, "runs", run, "guidance")
        let guidance = try await desk.client.deliver(path, ["content": .string(words)], key: desk.newKey())
        try desk.show(guidance) { guidance in
            guard guidance.text("status") == GuidanceStatus.waiting.rawValue else {
                return ["The run has ended: it is a message, and is answered like one."]
            }
            return ["Said; it is taken up before the next model call."]
        }
    }
}
