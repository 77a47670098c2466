import ArgumentParser
import Domain

extension MeetingCommand {
    struct Call: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "call", abstract: "Call a meeting; the company's other work waits until its end.",
            discussion: """
                EXAMPLES:
                  teamx meeting call "Should we open in March?" --watch
                  teamx meeting call "The launch" --chair ada --with noor --mode freeform
                """)

        @Argument(help: "The agenda: what it is about, and which points there are.") var agenda: String
        @Option(help: "Who leads it; the most senior employee when left out.") var chair: String?
        @Option(name: .customLong("with"), help: "Who takes part; may be given more than once; everybody when left out.")
        var attendees: [String] = []
        @Option(help: "How the floor passes on: round-robin, chair-directed or freeform.") var mode: MeetingModeOption =
            .roundRobin
        @Option(help: "The most turns.") var turns: Int?
        @Option(help: "The most minutes.") var minutes: Int?
        @Option(parsing: .unconditional, help: "The most dollars, such as 1.50.") var cost: String?
        @Option(help: "How often everybody is heard.") var rounds: Int?
        @Flag(help: "Make tickets of the action items at once, without a confirmation.") var tickets = false
        @Option(help: "The id of the goal that the tickets serve.") var goal: String?
        @Flag(help: "Watch it until it ends.") var watch = false
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard let cost else { return }
            guard let money = try? Money(cost), money > .zero else {  // said in the next line
                throw ValidationError("--cost must be a number of dollars, such as 1.50.")
            }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let people = try await desk.client.list(.company(company, "employees")).items
                var leader: JSONValue?
                if let chair { leader = try await desk.colleague(chair, of: company) }
                var others: [JSONValue] = []
                for attendee in attendees { others.append(try await desk.colleague(attendee, of: company)) }
                let body = try body(among: people, ledBy: leader, with: others)
                let meeting = try await desk.client.deliver(.company(company, "meetings"), body, key: desk.newKey())
                let id = meeting.text("id")
                let follows = watch || waiting.wait
                if !follows || desk.isForPeople {
                    try desk.made(
                        meeting, "The meeting is called: \(Meeting.subject(of: agenda))", next: "meeting watch \(ShortID.of(id))")
                }
                guard follows else { return }
                if let hold = try await desk.pause(of: company) {
                    throw CommandFailure(.tryAgain, code: "paused", hold, hint: "The meeting waits until then.")
                }
                try await MeetingWatch(meeting: id, company: company, tellsStory: watch, limit: waiting.limit).follow(desk)
            }
        }

        private func body(among people: [JSONValue], ledBy chair: JSONValue?, with attendees: [JSONValue]) throws -> JSONValue {
            let ranked = people.enumerated().min { left, right in
                (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
            }
            guard let senior = ranked?.element else {
                throw CommandFailure.notFound("Nobody works here yet.", hint: "Hire somebody with: teamx hire ceo")
            }
            let leader = chair ?? senior
            let others =
                attendees.isEmpty
                ? people.filter { $0.text("id") != leader.text("id") }.prefix(19).map { $0 }
                : attendees
            var limits: [String: JSONValue] = [:]
            if let turns { limits["turns"] = .integer(Int64(turns)) }
            if let minutes { limits["minutes"] = .integer(Int64(minutes)) }
            if let rounds { limits["rounds"] = .integer(Int64(rounds)) }
            if let cost { limits["cost_usd"] = .string(cost) }
            var body: [String: JSONValue] = [
                "chair_id": .string(leader.text("id")), "attendee_ids": .array(others.map { .string($0.text("id")) }),
                "agenda": .string(agenda), "mode": .string(mode.rawValue), "limits": .object(limits),
                "tickets_at_once": .bool(tickets),
            ]
            if let goal { body["goal_id"] = .string(goal) }
            return .object(body)
        }

        private static func rank(_ person: JSONValue) -> Int {
            EmployeeLevel(reading: person.text("level"))?.rank ?? EmployeeLevel.writable.count
        }
    }
}

/// The modes of a meeting as the command line knows them.
enum MeetingModeOption: String, ExpressibleByArgument, CaseIterable {
    case roundRobin = "round-robin"
    case chairDirected = "chair-directed"
    case freeform
}
