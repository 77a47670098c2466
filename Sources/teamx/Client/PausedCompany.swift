import Domain

extension CommandFailure {
    /// Nothing is done because the company is paused.
    ///
    /// - Parameters:
    ///   - options: What a command needs to find the server, such as `--data DIR`; empty for the usual one.
    ///   - state: What becomes of what was asked for, in a sentence.
    static func paused(options: String, _ state: String) -> CommandFailure {
        CommandFailure(.tryAgain, code: "paused", PausedCompany.remark(options: options), hint: state)
    }

    /// The company does not go on: because somebody paused it, or because a budget of it is used up.
    ///
    /// - Throws: ``CommandFailure`` when the server cannot be asked why.
    static func held(_ company: String, _ desk: ClientDesk, _ state: String) async throws -> CommandFailure {
        let holds = try await desk.client.list(.company(company, "holds")).items.filter { $0["employee_id"]?.string == nil }
        let reasons = holds.compactMap { $0["reason"]?.string.flatMap(HoldReason.init(rawValue:)) }
        guard reasons.contains(.budget), !reasons.contains(.user) else {
            return paused(options: desk.client.location.options, state)
        }
        return CommandFailure(
            .stoppedByBudget, code: "budget", "A budget of the company is used up: \(desk.command("budget list"))", hint: state)
    }
}

/// A company in which nothing new is started.
enum PausedCompany {
    /// What is said of it to somebody who waits.
    static func remark(options: String) -> String {
        "The company is paused: teamx company resume" + (options.isEmpty ? "" : " " + options)
    }
}
