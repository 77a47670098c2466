import Domain
import Testing

@testable import teamx

struct WorkLineTests {
    private let files = WorkStory.Line(
        time: 65_000, employee: "ada", name: "Ada Moreau",
        text: "files #2 Product brief: Launch a weekly newsletter about repairing things → Grace Lindqvist", style: nil,
        keepsEnd: true)

    @Test func `at 80 columns both ends stay`() {
        #expect(
            WorkLine.text(files, quote: nil, on: .wide(80))
                == "01:05  Ada Moreau        files #2 Product brief: Lau…ng things → Grace Lindqvist")
    }

    @Test(arguments: [40, 80, 120]) func `a line fits the terminal`(width: Int) {
        #expect(TextWidth.of(WorkLine.text(files, quote: "And \u{1B}[2J more", on: .wide(width))) <= max(width, 45))
    }

    @Test func `what was cut before is cut once`() {
        let line = WorkStory.Line(
            time: 0, employee: "a", name: "Ada", text: "files #2 Brief: Launch a weekly newsletter about repairing… → Grace",
            style: nil, keepsEnd: true)
        #expect(
            WorkLine.text(line, quote: nil, on: .wide(60)) == "00:00  Ada               files #2 Brief: Launch a w… → Grace")
    }

    @Test func `in a pipe nothing is cut and nothing coloured`() {
        #expect(
            WorkLine.text(files, quote: nil, on: .piped)
                == "01:05  Ada Moreau        files #2 Product brief: Launch a weekly newsletter about repairing things → Grace Lindqvist"
        )
    }

    @Test func `a message is quoted without teeth`() {
        let line = WorkStory.Line(time: 0, employee: "g", name: "Grace \u{1B}[31m", text: "writes to Ada", style: .dim)
        #expect(
            WorkLine.text(line, quote: "Hi\n\u{202E}there", on: .piped)
                == "00:00  Grace \u{FFFD}[31m       writes to Ada: “Hi \u{FFFD}there”")
    }

    @Test func `colour names the person`() {
        let line = WorkLine.text(files, quote: nil, on: .wide(120, colour: true))
        #expect(line.hasPrefix("\u{1B}[2m01:05\u{1B}[0m  \u{1B}[3"))
    }
}

struct WorkStatusTests {
    private var figures: WorkFigures {
        var figures = WorkFigures()
        for event in [
            event("ticket.created"), event("ticket.created"), event("ticket.closed"), event("vault.file_created"),
            event("work.started", ["employee_id": "a", "practice": true]), event("work.started", ["employee_id": "b"]),
            event("run.step", ["prompt_tokens": 1000, "completion_tokens": 900, "cost_usd": "0"]),
        ] { figures.count(event) }
        return figures
    }

    private func status(_ width: Int, isConnected: Bool = true, who: String? = "Ada Moreau") -> String {
        WorkStatus(
            time: .seconds(14), figures: figures, isConnected: isConnected, who: who,
            text: "A newsletter needs a reader who comes back."
        ).text(width: width)
    }

    @Test func `a price that is not known is said, and a pause`() {
        var paused = figures
        paused.count(event("company.paused"))
        let unpriced = Spending([["price_known": false]])
        let line = WorkStatus(
            time: .zero, figures: paused, isConnected: true, who: nil, text: "", spending: unpriced
        ).text(width: 119)
        #expect(line == "00:00  1/2 tickets  1 file  1.9k tok  price unknown  practice model  2 at work  paused")
        var dollar = CostLedgers()
        dollar.add(Money(nanoDollars: 1_000_000_000), to: .billed)
        #expect(unpriced.short(dollar) == "$1.00 + unknown")
    }

    @Test func `at 120 columns all figures are there`() {
        #expect(
            status(119)
                == "00:14  1/2 tickets  1 file  1.9k tok  $0.00  practice model  2 at work  Ada: …newsletter needs a reader who comes back."
        )
    }

    @Test func `at 80 columns figures give way to what is written`() {
        #expect(status(79) == "00:14  1/2 tickets  1.9k tok  practice model  Ada: …ds a reader who comes back.")
    }

    @Test(arguments: [60, 79, 100, 119]) func `it fits`(width: Int) { #expect(TextWidth.of(status(width)) <= width) }

    @Test func `a lost connection is said`() { #expect(status(119, isConnected: false).hasSuffix("connecting …")) }

    @Test func `nobody at work is nobody writing`() { #expect(status(119, who: nil).hasSuffix("2 at work")) }
}
