import Domain
import Testing

@testable import teamx

struct WorkSummaryTests {
    private let run: JSONValue = [
        "prompt_tokens": 28_650, "completion_tokens": 2600, "cost_usd": "0.00615", "price_known": true,
    ]
    private let unpriced: JSONValue = ["prompt_tokens": 0, "completion_tokens": 0, "cost_usd": "0", "price_known": false]
    private let files: [JSONValue] = [
        [
            "original_name": "launch-plan-for-the-weekly-newsletter-about-repairing-things.md", "size_bytes": 1100,
            "uploaded_by": "n",
        ],
        ["original_name": "brief.md", "size_bytes": 933, "uploaded_by": "g"],
    ]

    private func summary(
        isAchieved: Bool, tickets: [JSONValue], questions: [JSONValue] = [], more: [JSONValue] = [], isPractice: Bool
    ) -> WorkSummary {
        WorkSummary(
            isAchieved: isAchieved, goal: "Mend things", tickets: tickets, files: files, questions: questions,
            names: ["n": "Noor Castillo", "g": "Grace Lindqvist"], failures: ["t3": "The provider is busy."],
            runs: Spending([run, run] + more), time: .seconds(72), isPractice: isPractice)
    }

    @Test func `a goal that was reached`() {
        let lines = summary(isAchieved: true, tickets: [["status": "done"], ["status": "done"]], isPractice: true).lines(
            for: .wide(80))
        #expect(
            lines == [
                "", "The goal is reached: Mend things", "", "  tickets   2 of 2 done", "  files     2",
                "              1.1 kB  launch-plan-for-the-…-repairing-things.md  Noor Castillo",
                "               933 B  brief.md                                   Grace Lindqvist",
                "  tokens    57.3k in, 5.2k out, in 2 runs",
                "  cost      $0.0123", "  time      1 min 12 s", "",
                "  Played by the practice model: scripted text, not the work of a real model.",
            ])
        #expect(lines.map(TextWidth.of).max() ?? 0 <= 80)
    }

    @Test func `a goal that was not reached says what waits and why`() {
        let tickets: [JSONValue] = [
            ["id": "t1", "number": 1, "status": "blocked", "assignee_id": "g"],
            ["id": "t2", "number": 2, "status": "blocked", "assignee_id": "n", "blocked_reason": "No brief\u{1B}[2J"],
            ["id": "t3", "number": 3, "status": "open", "assignee_id": "n"], ["id": "t4", "number": 4, "status": "open"],
        ]
        let questions: [JSONValue] = [["id": "q1", "ticket_id": "t1", "employee_id": "g", "prompt": "Which colour?"]]
        let lines = summary(isAchieved: false, tickets: tickets, questions: questions, more: [unpriced], isPractice: false)
            .lines(for: .piped, options: "--data /d")
        #expect(
            Array(lines[1...8]) == [
                "The goal is not reached: Mend things", "", "  tickets   0 of 4 done, 2 blocked",
                "            #1 blocked, Grace Lindqvist: waits for your answer: Which colour?",
                "            #2 blocked, Noor Castillo: No brief\u{FFFD}[2J",
                "              Let it go on with: teamx ticket unblock 2 --data /d",
                "            #3 open, Noor Castillo: failed: The provider is busy.",
                "            #4 open, nobody",
            ])
        #expect(lines.contains("  cost      $0.0123, without 1 run whose price is not known"))
        #expect(
            lines.suffix(2) == [
                "  Grace Lindqvist asks: Which colour?", "  Answer with: teamx question answer q1 \"…\" --data /d",
            ])
    }
}
