import Testing

/// What must not stand in the sources, and a sample of each, lest a rule that finds nothing be one that cannot.
struct SourceRuleTests {
    @Test func `nothing ends the program, gets around the compiler or reaches for the outside`() {
        let violations = Repository.sources.flatMap(\.traps)
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `nothing is public that need not be`() {
        let violations = Repository.sources.flatMap(\.publicDeclarations)
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `log messages are constant`() {
        let violations = Repository.sources.flatMap(\.changingLogMessages)
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `a file is named for what is in it`() {
        let paths = ["Sources", "Tests", "Plugins"].flatMap { Repository.files(below: $0) }
        let violations = paths.compactMap { path in
            FileNames.emptyWord(in: path).map { Violation(path, 1, "“\($0)” names nothing") }
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test(arguments: [
        "let a = try! b()", "let a = b as! C", "fatalError(\"x\")", "final class A: @unchecked Sendable {}",
        "nonisolated(unsafe) var a = 1", "@preconcurrency import A", "Task { await a() }", "Task.detached { }",
        "Task(priority: .low) { }",
        "let a = Date()", "let a = UUID()", "f(at: .now)", "let a = Date.now", "return .now + b", "ProcessInfo.processInfo",
        "Glibc.read(a)",
        "print(a)",
        "let a = \"\\(try! b())\"",
    ])
    func `a trap is found`(source: String) {
        let file = SourceFile(path: "Sources/Store/A.swift", text: "// first\n" + source)
        #expect(file.traps.map(\.line) == [2])
    }

    @Test(arguments: [
        "// try! b()", "/* a /* fatalError() */ Date() */", "let a = \"try! Date() .now\"", "let a = #\"a\" try! \"#",
        "let a = \"\"\"\n\"\" try! \"\n\"\"\"",
        "if try !a() { }", "let a = transaction.now", "let a = $0.now", "try? await Task.sleep(for: a)",
        "Date(timeIntervalSince1970: a)", "a.print(b)",
        "if Task.isCancelled { }", "let a = time.now()",
    ])
    func `what only looks like a trap is left alone`(source: String) {
        #expect(SourceFile(path: "Sources/Store/A.swift", text: source).traps == [])
    }

    @Test(arguments: [
        ("Sources/Store/A.swift", "public struct A {}", 1), ("Sources/teamx/A.swift", "public struct A {}", 1),
        ("Sources/teamx/A.swift", "extension A: ExpressibleByArgument { public init?(argument: String) { } }", 0),
        ("Sources/Web/A.swift", "let a = Cache.public", 0), ("Sources/Web/A.swift", "// public", 0),
    ])
    func `public is found`(path: String, source: String, count: Int) {
        #expect(SourceFile(path: path, text: source).publicDeclarations.count == count)
    }

    @Test(arguments: [
        (#"logger.info("a \(b)")"#, 1), (#"self.logger.error("a" + b)"#, 1), ("logger.error(message)", 1),
        (#"log.debug("a")"#, 0),
        (#"logger.warning("a", metadata: ["b": "\(c)"])"#, 0), (#"logger.log(level: a, "b")"#, 0),
    ])
    func `a log message that changes is found`(source: String, count: Int) {
        #expect(SourceFile(path: "Sources/Engine/A.swift", text: source).changingLogMessages.count == count)
    }

    @Test(arguments: [
        ("Sources/Web/JSONUtils.swift", true), ("Sources/Common/A.swift", true), ("Tests/TestHelpers/A.swift", true),
        ("Sources/Store/EmployeeManager.swift", true), ("Sources/Web/Uncommonness.swift", false),
        ("Sources/Web/String+Cut.swift", false),
    ])
    func `a name that says nothing is found`(path: String, isEmpty: Bool) {
        #expect((FileNames.emptyWord(in: path) != nil) == isEmpty)
    }

    @Test func `imports are found in every form`() {
        let source = "import A\npackage import B\n@testable import C // import D\nimport struct E.F\nlet a = \"import G\""
        #expect(SourceFile(path: "Sources/Web/A.swift", text: source).imports.map(\.module) == ["A", "B", "C", "E"])
    }
}
