import Testing

@testable import teamx

struct SavedFileTests {
    @Test(arguments: [
        ("plan.md", "plan.md"), ("../../etc/passwd", "passwd"), ("a\\b.md", "b.md"), ("..", "file"), ("", "file"),
        (".bashrc", "bashrc"),
        ("a\u{1B}[2J.md", "a\u{FFFD}[2J.md"),
    ])
    func `a name chooses no folder and hides nothing`(name: String, path: String) {
        #expect(SavedFile(named: name, to: nil, overwrites: false).path == path)
    }

    @Test(arguments: [("new/", "new/plan.md"), ("other.md", "other.md"), ("/tmp", "/tmp/plan.md")])
    func `a person may choose where to`(to: String, path: String) {
        #expect(SavedFile(named: "plan.md", to: to, overwrites: false).path == path)
    }

    @Test func `what is there is not written over unless asked`() {
        let failure = #expect(throws: CommandFailure.self) {
            try SavedFile(named: "x", to: "/dev/null", overwrites: false).check()
        }
        #expect(failure?.status == .conflict)
        #expect(throws: Never.self) { try SavedFile(named: "x", to: "/dev/null", overwrites: true).check() }
    }
}
