import Domain
import Testing

@testable import Store

struct LiveTextLimitTests {
    @Test(arguments: ["a", "é", "語", "😀"])
    func `of a long text the end is kept, as much as is promised and not twice as much`(letter: String) {
        var signal = LiveSignal(
            companyID: Company.ID("c"), runID: Run.ID("r"), employeeID: Employee.ID("e"), threadID: nil, ticketID: nil,
            messageID: Message.ID("m"), text: "")
        var text = LiveText(signal)
        // No multiple of a letter's bytes, so that the cut falls into one.
        signal.text = "x" + String(repeating: letter, count: 4000)
        var written = 0
        while written <= 2 * LiveText.limit {  // up to the first cut
            text.append(signal)
            text.pass()
            written += signal.text.utf8.count
        }
        let kept = Self.text(text.snapshot(whole: true))
        #expect(kept.utf8.count >= LiveText.limit && kept.utf8.count <= 2 * LiveText.limit)
        #expect(!kept.unicodeScalars.contains("\u{FFFD}"))
        #expect(kept.hasSuffix(signal.text))
    }

    @Test func `what nobody followed counts as told`() {
        var text = LiveText(
            LiveSignal(
                companyID: Company.ID("c"), runID: Run.ID("r"), employeeID: Employee.ID("e"), threadID: nil, ticketID: nil,
                messageID: Message.ID("m"), text: "Once upon"))
        #expect(text.isFresh)
        text.pass()
        #expect(!text.isFresh)
        #expect(Self.text(text.snapshot(whole: true)) == "Once upon")
    }

    private static func text(_ piece: LivePiece) -> String {
        (try? JSONValue(parsing: Array(piece.json.utf8)))?["text"]?.string ?? ""
    }
}
