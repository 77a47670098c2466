import Domain
import Testing

@testable import teamx

struct AnswerersTests {
    private static let pause: JSONValue = [
        "reason": "employee_paused", "message": "Ada Moreau is paused.",
        "action": ["command": "teamx employee resume 0P7cZ7p3--wx3R-OsrKw0"],
    ]

    private func lines(_ message: JSONValue, queue: [JSONValue] = [], options: String = "") -> [String] {
        Answerers(of: message, queue: queue, names: ["a": "Ada Moreau", "n": "Noor Haddad", "j": "Jun Ito"], options: options)
            .lines("Sent")
    }

    @Test func `who sets about an answer is told apart from who answers later`() {
        let woken: JSONValue = [
            ["employee_id": "n", "waits_for": ["reason": "order", "message": "It is taken in its order."]],
            ["employee_id": "a", "waits_for": Self.pause], ["employee_id": "j", "waits_for": nil],
        ]
        #expect(
            lines(["id": "m", "woken": woken], options: "--data /d") == [
                "Sent; Noor Haddad and Jun Ito set about an answer.",
                "Ada Moreau answers later. Ada Moreau is paused: teamx employee resume OsrKw0 --data /d",
            ])
    }

    @Test func `what holds until a moment, and what takes more than a clause, is told in sentences`() {
        func sentence(_ message: String, until: Int64? = nil, command: String? = nil) -> String? {
            var finding: [String: JSONValue] = ["reason": "budget", "message": .string(message)]
            if let until { finding["until"] = .integer(until) }
            if let command { finding["action"] = ["command": .string(command)] }
            return Held(.object(finding))?.sentence
        }
        let moment = WallClock.dated(Timestamp(milliseconds: 5))
        #expect(
            sentence("It is used up.", until: 5, command: "teamx budget set 9")
                == "It is used up. This holds until \(moment). To change it: teamx budget set 9")
        #expect(sentence("It is used up.", until: 5) == "It is used up. This holds until \(moment).")
        #expect(
            sentence("It is used up: $1 of $2.", command: "teamx budget set 9")
                == "It is used up: $1 of $2. To change it: teamx budget set 9")
        #expect(sentence("It is used up.", command: "teamx budget set 9") == "It is used up: teamx budget set 9")
        #expect(sentence("It is used up.") == "It is used up.")
    }

    @Test func `names that mean nobody are told`() {
        let message: JSONValue = [
            "id": "m", "woken": [], "unknown_names": ["Ghost", "Edsgar"], "departed": [["sentence": "Lea has left."]],
        ]
        #expect(lines(message) == ["Sent.", "Nobody here is meant by @Ghost and @Edsgar.", "Lea has left."])
    }

    @Test func `a server that does not say who was woken is asked for its queue`() {
        let queue: [JSONValue] = [
            ["agent_id": "n", "trigger_id": "m", "waits_for": nil], ["agent_id": "a", "trigger_id": "other", "waits_for": nil],
        ]
        #expect(lines(["id": "m"], queue: queue) == ["Sent; Noor Haddad sets about an answer."])
    }

    @Test(arguments: [
        ("employee_paused", teamx.ExitStatus.tryAgain, true, true), ("company_paused", .tryAgain, true, true),
        ("archived", .conflict, true, true), ("meeting", .tryAgain, true, false), ("slot", .tryAgain, false, false),
    ])
    func `what holds work is waited for only where it ends by itself`(
        reason: String, status: teamx.ExitStatus, isStanding: Bool, isLasting: Bool
    ) throws {
        let held = try #require(Held(["reason": .string(reason), "message": "So it is."]))
        #expect(held.isStanding == isStanding)
        #expect(held.isLasting == isLasting)
        #expect(
            held.failure("Nothing was sent.")
                == CommandFailure(
                    status, code: reason.hasSuffix("paused") ? "paused" : reason, "So it is.", hint: "Nothing was sent."))
    }

    @Test(arguments: [
        ("teamx employee resume 0P7cZ7p3--wx3R-OsrKw0", "teamx employee resume OsrKw0 -c x"),
        ("teamx ticket unblock 8", "teamx ticket unblock 8 -c x"),
        ("teamx ticket unblock 0P7cZ7p3--wx3R-OsrKw0", "teamx ticket unblock 0P7cZ7p3--wx3R-OsrKw0 -c x"),
        ("teamx employee wake 0P7cZ7p3--wx3R-OsrKw0 --ticket 8", "teamx employee wake OsrKw0 --ticket 8 -c x"),
        ("teamx company resume 0-lowercase-and-of-21", "teamx company resume 0-lowercase-and-of-21 -c x"),
        ("teamx settings set slots 8", "teamx settings set slots 8"),
    ])
    func `a command of the server's can be typed`(command: String, typed: String) {
        #expect(ServerCommand.whole(command, options: "-c x") == typed)
    }
}
