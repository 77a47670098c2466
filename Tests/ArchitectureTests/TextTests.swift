import Testing

/// The texts of the repository, whatever their kind.
struct TextTests {
    @Test func `no text names a place on somebody's machine`() {
        let violations = Repository.files(below: "").flatMap { path in
            PersonalPaths.lines(in: Repository.text(of: path) ?? "").map { Violation(path, $0, "a path of one machine only") }
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test(arguments: [("root", "a"), ("home", "ada/x"), ("Users", "ada"), ("work", "main")])
    func `a place on somebody's machine is found`(folder: String, rest: String) {
        #expect(PersonalPaths.lines(in: "one\nsee /\(folder)/\(rest)\nhttps://example.org/\(folder)/\(rest)") == [2])
    }
}
