import Domain

/// What keeps work from beginning, as the server finds it.
struct Held: Hashable, Sendable {
    let reason: WaitReason?
    /// What it is, until when, and the command that ends it: one sentence, or several where there is more to say.
    let sentence: String

    /// - Parameter finding: What `explain` or the queue says; `nil` where it says nothing.
    init?(_ finding: JSONValue?, options: String = "") {
        guard let finding, finding != .null else { return nil }
        reason = finding["reason"]?.string.flatMap(WaitReason.init(rawValue:))
        let message = finding.text("message")
        let stem = message.hasSuffix(".") ? String(message.dropLast()) : message
        let until = finding["until"]?.integer.map { "This holds until \(WallClock.dated(Timestamp(milliseconds: $0)))" }
        let command = finding["action"]?["command"]?.string.map { ServerCommand.whole($0, options: options) }
        sentence =
            switch (until, command) {
            case (let until?, let command?): "\(stem). \(until). To change it: \(command)"
            case (let until?, nil): "\(stem). \(until)."
            case (nil, let command?) where stem.contains(": ") || stem.contains(". "): "\(stem). To change it: \(command)"
            case (nil, let command?): "\(stem): \(command)"
            case (nil, nil): stem + "."
            }
    }

    /// Whether nothing begins until a person or the clock ends it; what else is waited for is over by itself.
    var isStanding: Bool {
        switch reason {
        case .archived, .companyPaused, .budget, .quietHours, .employeePaused, .ticketBlocked, .goalAbandoned, .meeting, .secrets:
            true
        case .scheduled, .retry, .employeeBusy, .threadBusy, .lease, .cap, .provider, .draining, .slot, .order, nil: false
        }
    }

    /// Whether waiting for it is of use: a meeting ends.
    var isLasting: Bool { isStanding && reason != .meeting }

    /// Whether money or a key is lacking: what is sent or filed meanwhile is done when there is some, and waiting here is of no use.
    var isOfMeans: Bool { reason == .budget || reason == .secrets }

    /// Whether there is anything to tell about it.
    var isWorthTelling: Bool { reason != .order }

    /// - Parameter state: What becomes of what was asked for, in a sentence.
    func failure(_ state: String) -> CommandFailure {
        let isPause = reason == .companyPaused || reason == .employeePaused
        let status: ExitStatus =
            switch reason {
            case .archived: .conflict
            case .budget: .stoppedByBudget
            default: .tryAgain
            }
        return CommandFailure(status, code: isPause ? "paused" : reason?.rawValue ?? "waits", sentence, hint: state)
    }
}

/// A command that the server gave, such as `teamx company resume aurora-works`.
enum ServerCommand {
    /// The same with short ids, and with what it needs to find the server.
    static func whole(_ command: String, options: String) -> String {
        let parts = command.split(separator: " ")
        let words = zip(parts, ["" as Substring] + parts).map { word, previous in
            isMadeID(word) && !beforeTicket.contains(previous) ? ShortID.of(String(word)) : String(word)
        }
        let command = words.joined(separator: " ")
        return options.isEmpty || command.hasPrefix("teamx settings") ? command : command + " " + options
    }

    /// Words behind which a ticket is named, by its number or by the whole of its id.
    private static let beforeTicket: Set<Substring> = ["--ticket", "ticket", "assign", "reopen", "block", "unblock"]

    /// Whether the word is an id that the server made, and no name: names in addresses have no capitals.
    private static func isMadeID(_ word: Substring) -> Bool {
        word.count == ShortID.wholeLength && word.first == "0" && word.contains(where: \.isUppercase)
    }
}

extension ClientDesk {
    func held(_ finding: JSONValue?) -> Held? { Held(finding, options: client.location.options) }

    /// What keeps an employee from beginning anything; `nil` when nothing does.
    func hold(on employee: String) async throws -> Held? {
        guard let held = held(try await client.get(APIPath("employees", employee, "explain"))["finding"]), held.isStanding else {
            return nil
        }
        return held
    }
}
