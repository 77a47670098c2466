import Domain
import Testing

@testable import teamx

struct LookupTests {
    private let people: [JSONValue] = [
        ["id": "0P7C95YW-1", "name": "Ada Moreau", "role_id": "ceo", "title": "Chief Executive Officer"],
        ["id": "0P7C95YX-2", "name": "Grace Lindqvist", "role_id": "head-of-product", "title": "Head of Product"],
        ["id": "0P7C95YY-3", "name": "Grace Hopper", "role_id": "qa-engineer", "title": "QA Engineer"],
        ["id": "0P7C95YZ-4", "name": "Edsger Vos", "role_id": "qa-engineer", "title": "QA Engineer"],
    ]

    @Test(arguments: [
        ("0P7C95YW-1", "Ada Moreau"), ("ada", "Ada Moreau"), ("Moreau", "Ada Moreau"), ("CEO", "Ada Moreau"),
        ("grace hopper", "Grace Hopper"), ("head-of-product", "Grace Lindqvist"), ("head of product", "Grace Lindqvist"),
        ("0P7C95YZ", "Edsger Vos"), ("edsger", "Edsger Vos"),
    ])
    func `a person is meant by id, name, role or title`(text: String, name: String) throws {
        #expect(try ClientDesk.employee(text, among: people).text("name") == name)
    }

    @Test(arguments: ["grace", "qa-engineer", "QA engineer", "0P7C95"])
    func `who may be several is asked for again`(text: String) {
        let failure = #expect(throws: CommandFailure.self) { try ClientDesk.employee(text, among: people) }
        #expect(failure?.status == .usage)
        #expect(failure?.message.contains("Grace Hopper") == true)
    }

    @Test func `who no longer works here is meant only if nobody else is`() throws {
        let noor: JSONValue = ["id": "1", "name": "Noor Haddad", "role_id": "writer", "title": "Writer", "status": "fired"]
        #expect(try ClientDesk.employee("noor", among: people + [noor]).text("id") == "1")
        let other: JSONValue = ["id": "2", "name": "Noor Vos", "role_id": "writer", "title": "Writer", "status": "idle"]
        #expect(try ClientDesk.employee("noor", among: people + [noor, other]).text("id") == "2")
    }

    @Test(arguments: ["nobody", "", "0P7C"]) func `who is not there is not found`(text: String) {
        let failure = #expect(throws: CommandFailure.self) { try ClientDesk.employee(text, among: people) }
        #expect(failure?.status == .notFound)
    }

    @Test func `what a person wrote in a cell is harmless`() {
        #expect(JSONValue.string("a\u{1B}[2J").plain == "a\u{FFFD}[2J")
        let item: JSONValue = ["name": "x\u{202E}", "n": 3, "on": true, "none": nil]
        #expect(item.text("name") == "x\u{FFFD}")
        #expect(["n", "on", "none", "missing"].map(item.text) == ["3", "yes", "", ""])
    }
}

struct ShortIDTests {
    private let ids = ["0P7C95YW0000000000abc", "0P7C95YX0000000000abd", "0P7C9600aaaaaaaaaaaaa"]

    @Test(arguments: [
        ("0P7C95YW0000000000abc", "0P7C95YW0000000000abc"), ("0P7C95YX", "0P7C95YX0000000000abd"),
        ("0P7C96", "0P7C9600aaaaaaaaaaaaa"), ("000abc", "0P7C95YW0000000000abc"), ("0000abd", "0P7C95YX0000000000abd"),
    ])
    func `the end or the beginning of an id will do`(text: String, id: String) throws {
        #expect(try ClientDesk.id(text, among: ids, kind: "run") == id)
    }

    @Test(arguments: [("0P7C95", teamx.ExitStatus.usage), ("00abc", .notFound), ("nothing", .notFound), ("", .notFound)])
    func `what several ids begin with, or none ends with, is refused`(text: String, status: teamx.ExitStatus) {
        let failure = #expect(throws: CommandFailure.self) { try ClientDesk.id(text, among: ids, kind: "run") }
        #expect(failure?.status == status)
    }

    @Test(arguments: [
        ("0P7C95YW0000000000abc", "000abc"), ("0P7C95YW000000x-00abc", "x-00abc"),
        ("0P7C95YW0000z--0000abc", "0P7C95YW0000z--0000abc"),
        ("practice", "practice"), ("", ""),
    ])
    func `people are shown its last six characters`(id: String, short: String) {
        #expect(ShortID.of(id) == short)
        if id.count == ShortID.wholeLength { #expect(ShortID.isMeant(id, by: short)) }
    }
}

struct ThreadLookupTests {
    private static func talk(_ id: String, _ name: String, fork: String? = nil) -> JSONValue {
        [
            "id": .string(id), "kind": "dm", "forked_from_thread_id": fork.map { .string($0) } ?? .null,
            "members": [["member_kind": "user"], ["member_kind": "employee", "name": .string(name)]],
        ]
    }

    private let lookup = ThreadLookup([
        ["id": "0P7C95YW00000launch01", "kind": "group", "subject": "Launch"],
        ["id": "0P7C95YW00000launch02", "kind": "group", "subject": "Twice"],
        ["id": "0P7C95YW00000launch03", "kind": "group", "subject": "Twice"],
        talk("0P7C95YW00000fork0001", "Noor Haddad", fork: "0P7C95YW00000talk0001"), talk("0P7C95YW00000talk0001", "Noor Haddad"),
        talk("0P7C95YW00000talk0002", "Ada Moreau"),
    ])

    @Test(arguments: [
        ("launch", "0P7C95YW00000launch01"), ("noor", "0P7C95YW00000talk0001"), ("Noor Haddad", "0P7C95YW00000talk0001"),
        ("rk0001", "0P7C95YW00000fork0001"), ("moreau", "0P7C95YW00000talk0002"),
    ])
    func `a conversation is meant by its name, whom it is with, or the end of its id`(text: String, id: String) throws {
        #expect(try lookup.find(text)?.text("id") == id)
    }

    @Test func `one of several of a name is asked for again, by its id`() throws {
        let failure = #expect(throws: CommandFailure.self) { try lookup.find("twice") }
        #expect(failure?.status == .usage)
        #expect(failure?.message == "“twice” may be Twice (unch02), or Twice (unch03).")
        #expect(try lookup.find("jun") == nil)
    }
}
