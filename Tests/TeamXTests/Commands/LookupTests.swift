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

struct PrefixTests {
    private let ids = ["0P7C95YW0000000000000", "0P7C95YX0000000000000", "0P7C9600aaaaaaaaaaaaa"]

    @Test(arguments: [
        ("0P7C95YW0000000000000", "0P7C95YW0000000000000"), ("0P7C95YX", "0P7C95YX0000000000000"),
        ("0P7C96", "0P7C9600aaaaaaaaaaaaa"),
    ])
    func `the beginning of an id will do`(text: String, id: String) throws {
        #expect(try ClientDesk.id(text, among: ids, kind: "run") == id)
    }

    @Test(arguments: [("0P7C95", teamx.ExitStatus.usage), ("0P7C9", .notFound), ("nothing", .notFound), ("", .notFound)])
    func `what begins several ids or none is refused`(text: String, status: teamx.ExitStatus) {
        let failure = #expect(throws: CommandFailure.self) { try ClientDesk.id(text, among: ids, kind: "run") }
        #expect(failure?.status == status)
    }
}
