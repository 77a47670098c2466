import Domain
import Roles
import Testing

struct RoleFileTests {
    @Test func `a full file becomes a role with all its fields`() throws {
        let text = """
            ---
            id: devops-engineer
            name: DevOps Engineer
            version: 1.0.0
            author: Somebody
            license: MIT
            level: senior_management
            reports_to: [tech-lead]
            manages:
              - qa-engineer
            escalates_to: [tech-lead, cto]
            kpis: [hours from merge to release]
            preferred_providers: [ollama]
            fallback_providers: [openai, groq]
            tools_allowed: [read_file]
            tools_denied: [shell]
            preferred_model_tier: low
            preferred_context_window: 32000
            decision_authority: delegated
            cadences:
              - type: standup
                every: weekday
                time: 09:30
            output_format: runbook
            temperature: 0.2
            capabilities: [devops, site_reliability]
            something_new: {a: [1, 2]}
            ---

            # DevOps Engineer

            You are {{ employee.name }}.

            """
        let file = PackFile(path: "roles/ic/devops-engineer.md", text: text)
        let role = try #require(try RolePackLoader.loadUnchecked(file).pack.roles.first)
        let expected = RoleSpecification(
            packID: "sample", id: "devops-engineer", name: "DevOps Engineer", level: .seniorManagement, reportsTo: ["tech-lead"],
            manages: ["qa-engineer"], escalatesTo: ["tech-lead", "cto"], kpis: ["hours from merge to release"],
            preferredProviders: ["ollama"], fallbackProviders: ["openai", "groq"], preferredModelTier: .low,
            preferredContextWindow: 32000, temperature: 0.2, toolsAllowed: ["read_file"], toolsDenied: ["shell"],
            decisionAuthority: .delegated, cadences: [RoleCadence(type: "standup", every: "weekday", time: "09:30")],
            outputFormat: "runbook", capabilities: [.devops, .siteReliability], version: "1.0.0", author: "Somebody",
            license: "MIT", body: "# DevOps Engineer\n\nYou are {{ employee.name }}.", path: "roles/ic/devops-engineer.md",
            sha256: role.sha256)
        #expect(role == expected)
    }

    @Test func `the hash is that of the raw bytes`() throws {
        let sample = RoleFileSample().file()
        let windows = PackFile(path: sample.path, text: RoleFileSample().text.replacing("\n", with: "\r\n"))
        let first = try #require(try RolePackLoader.loadUnchecked(sample).pack.roles.first)
        let second = try #require(try RolePackLoader.loadUnchecked(windows).pack.roles.first)
        #expect(first.sha256.count == 64)
        #expect(first.sha256 != second.sha256)
    }

    @Test func `lines that end with CR LF read like others`() throws {
        var sample = RoleFileSample()
        sample.body = "One.\nTwo."
        let file = PackFile(path: "roles/a.md", text: sample.text.replacing("\n", with: "\r\n"))
        let load = try RolePackLoader.loadUnchecked(file)
        #expect(load.problems.isEmpty)
        #expect(load.pack.roles.first?.body == "One.\nTwo.")
    }

    @Test(arguments: ["\u{FEFF}---", "--- ", "---\t"])
    func `a fence may have a byte order mark before and blanks behind it`(fence: String) throws {
        let text = fence + RoleFileSample().text.dropFirst(3)
        #expect(try RolePackLoader.loadUnchecked(PackFile(path: "roles/a.md", text: text)).problems.isEmpty)
    }

    @Test(arguments: [
        ("officer", EmployeeLevel.officer), ("senior_management", .seniorManagement), ("senior-management", .seniorManagement),
        ("Senior Management", .seniorManagement), ("IC", .ic), ("System", .system),
    ])
    func `a level may be spelled in several ways`(text: String, level: EmployeeLevel) throws {
        let load = try RolePackLoader.loadUnchecked(RoleFileSample().with("level", text).file())
        #expect(load.pack.roles.first?.level == level)
    }

    @Test(arguments: [
        ("no opening fence", "id: a\n---\nbody", "has no front matter; its first line must be ---"),
        ("an empty file", "", "has no front matter; its first line must be ---"),
        ("unterminated", "---\nid: a\nbody", "has front matter without an end; a second line of --- must close it"),
        ("a list", "---\n- a\n---\nbody", "has front matter that is no list of “key: value” lines"),
        ("a text", "---\nhello\n---\nbody", "has front matter that is no list of “key: value” lines"),
        ("broken YAML", "---\nid: [a\n---\nbody", "has front matter that is not YAML: line"),
        ("two documents", "---\nid: a\n...\nid: b\n---\nbody", "has front matter that is not YAML: line"),
        ("equal keys", "---\nid: a\nid: b\n---\nbody", "has front matter that is not YAML: “id” stands there more than once"),
        ("too long", "---\nid: \(String(repeating: "a", count: 20_000))\n---\nbody", "has more than 16384 bytes of front matter"),
        ("deep lists", "---\nid: \(String(repeating: "[", count: 9_000))\n---\nbody", "has more than 100 brackets"),
        ("deep dashes", "---\n\(String(repeating: "- ", count: 4_000))\n---\nbody", "is indented by more than 40 columns"),
        ("deep questions", "---\n\(String(repeating: "? ", count: 4_000))\n---\nbody", "is indented by more than 40 columns"),
        ("an unknown reference", "---\nid: *a\n---\nbody", "has front matter that is not YAML: line 2"),
        ("a control character", "---\nid: \u{1}\n---\nbody", "has front matter that is not YAML"),
    ])
    func `a file that cannot be read is reported and left out`(name: String, text: String, message: String) throws {
        let load = try RolePackLoader.loadUnchecked(PackFile(path: "roles/a.md", text: text), RoleFileSample().file())
        let problem = try #require(load.problems.first)
        #expect(load.pack.roles.map(\.id) == ["qa-engineer"])
        #expect(problem.file == "roles/a.md" && problem.field == nil && problem.severity == .error)
        #expect(problem.message.hasPrefix(message), "\(problem)")
    }

    @Test func `references that would grow without end are refused before they are followed`() throws {
        var yaml = "a: &a0 [x, x]\n"
        for level in 1...30 { yaml += "b\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        yaml += "? *a30\n: 1\n"
        let load = try RolePackLoader.loadUnchecked(PackFile(path: "roles/a.md", text: "---\n\(yaml)---\nbody"))
        #expect(load.problems.map(\.message) == ["has more than 8 references (*name) in its front matter"])
    }

    @Test func `bytes that are no text are reported`() throws {
        let load = try RolePackLoader.loadUnchecked(PackFile(path: "roles/a.md", bytes: [0x2D, 0xFF, 0x00]))
        #expect(load.problems.map(\.message) == ["is not UTF-8 text"])
    }

    @Test func `hostile bytes never stop the program`() throws {
        var random = SeededBytes(seed: 7)
        let good = Array(RoleFileSample().with("kpis", "[a, \"b\", {c: d}]").text.utf8)
        for _ in 0..<2_000 {
            var bytes = good
            for _ in 0..<(1 + random.next(below: 8)) { bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256)) }
            if random.next(below: 3) == 0 { bytes.removeLast(random.next(below: bytes.count)) }
            _ = try RolePackLoader.loadUnchecked(PackFile(path: "roles/a.md", bytes: bytes))
        }
    }
}

/// Repeatable bytes (xorshift).
struct SeededBytes {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}
