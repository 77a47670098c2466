import Domain
import Testing

struct NamesInVainTests {
    private static func person(_ id: String, _ name: String, answers: Bool = true) -> Addressee {
        Addressee(
            id: .init(id), name: name, title: "Content Writer", roleID: "writer", level: .ic, place: .member, answers: answers)
    }

    private let people = [
        person("noor", "Noor Haddad"), person("lea", "Lea Marsh", answers: false), person("old", "Noor Vos", answers: false),
        person("jun", "Jun Ito"), person("jun2", "Jun Abe"),
    ]

    @Test(arguments: [
        ("@Ghost, are you here? @ghost! @Edsgar", ["Ghost", "ghost", "Edsgar"]),
        ("@noor @Content Writer @writer @role:writer", []),
        ("@all @everybody and @everyone", []), ("mail somebody@example.com, @ 7 o'clock", []), ("nothing", []),
        ("@Jun may be two", []), ("@Lea has left", []), ("ÄÖ @Häns", ["Häns"]),
    ])
    func `a name that means nobody is told as it was written`(text: String, unknown: [String]) {
        #expect(NamesInVain(in: text, among: people).unknown == unknown)
    }

    @Test func `who has left is named in vain, unless somebody of that name is there`() {
        #expect(NamesInVain(in: "@Lea and @Noor", among: people).departed.map(\.rawValue) == ["lea"])
    }
}
