import Domain
import Testing

struct AssigneeSuggestionTests {
    private typealias Candidate = AssigneeSuggestion.Candidate

    private let writer = Candidate(
        id: Identifier("w"), name: "Noor", title: "Content Writer", level: .ic, skills: ["content_marketing", "copywriting"])
    private let engineer = Candidate(
        id: Identifier("e"), name: "Jun", title: "Backend Engineer", level: .ic, skills: ["backend_engineering", "api_design"])
    private let chief = Candidate(id: Identifier("c"), name: "Ada", title: "Chief Executive Officer", level: .officer, skills: [])

    private func names(_ candidates: [AssigneeSuggestion.Candidate], _ title: String, labels: [String] = []) -> [String] {
        AssigneeSuggestion.best(of: candidates, for: .init(title: title, labels: labels)).map(\.name)
    }

    @Test(
        arguments: [
            ("Write the content of the guide", [], "Noor"), ("Design the API of the shop", [], "Jun"),
            ("Engineering of the backend", [], "Jun"), ("Tidy up", ["copywriting"], "Noor"),
        ] as [(String, [String], String)])
    func `whose role fits the words comes first`(title: String, labels: [String], first: String) {
        #expect(names([chief, engineer, writer], title, labels: labels).first == first)
    }

    @Test func `where no role fits, those who do the work come before those who lead, and there are three at most`() {
        #expect(names([chief, engineer, writer], "Tidy up") == ["Jun", "Noor", "Ada"])
        #expect(names([chief, engineer, writer, chief], "Tidy up").count == 3)
        #expect(names([], "Tidy up") == [])
    }

    @Test func `of two who fit the one with less to do comes first, and nobody who is held`() {
        func other(_ open: Int, isAtWork: Bool = false, hold: String? = nil) -> AssigneeSuggestion.Candidate {
            Candidate(
                id: Identifier("o"), name: "Mira", title: "Content Writer", level: .ic, skills: [], openTickets: open,
                isAtWork: isAtWork,
                hold: hold)
        }
        #expect(names([other(1), writer], "Write content").first == "Noor")
        #expect(names([other(0), writer], "Write content").first == "Mira")
        #expect(names([other(0, isAtWork: true), writer], "Write content").first == "Noor")
        #expect(names([other(0, hold: "is paused"), writer], "Write content").first == "Noor")
    }

    @Test func `where the whole company waits it is said of everybody, and changes no order`() {
        let all = [(writer, "Noor"), (engineer, "Jun")].map { one, _ in
            Candidate(
                id: one.id, name: one.name, title: one.title, level: one.level, skills: one.skills,
                hold: one.name == "Noor" ? "is paused" : nil, companyHold: "waits: the company is paused")
        }
        let found = AssigneeSuggestion.best(of: all, for: .init(title: "Tidy up"))
        #expect(found.map(\.name) == ["Jun", "Noor"])
        #expect(found.map(\.reasons.last) == ["waits: the company is paused", "is paused"])
        #expect(found.map(\.isFree) == [false, false])
    }

    @Test func `the reasons say what fits, how much they have, and whether they are free`() {
        let busy = Candidate(
            id: Identifier("w"), name: "Noor", title: "Content Writer", level: .ic, skills: [], openTickets: 2, isAtWork: true)
        let paused = Candidate(
            id: Identifier("j"), name: "Jun", title: "Backend Engineer", level: .ic, skills: [], openTickets: 1, hold: "is paused"
        )
        let found = AssigneeSuggestion.best(of: [busy, paused, chief], for: .init(title: "Write content for the site"))
        let reasons = Dictionary(found.map { ($0.name, $0.reasons) }) { first, _ in first }
        #expect(
            reasons["Noor"]
                == ["Content Writer fits “write”, “content”", "has 2 open tickets", "is at work on something else"])
        #expect(reasons["Jun"] == ["has 1 open ticket", "is paused"])
        #expect(reasons["Ada"] == ["has no open ticket", "is free now"])
        #expect(found.map(\.isFree) == [false, true, false])
    }

    @Test func `words that everybody's title or every ticket has fit nobody`() {
        #expect(names([chief, engineer], "Chief work with the head officer").first == "Jun")
    }
}
