import Domain
import Roles
import Testing

struct RoleFieldTests {
    @Test(arguments: [
        ("id", nil, "is missing; it must be a text"),
        ("id", "", "is missing; it must be a text"),
        ("id", "~", "is missing; it must be a text"),
        ("id", "qa engineer", "must be made of letters, digits, “-”, “_” and “.”, at most 64, not “qa engineer”"),
        ("id", "../x", "must be made of letters, digits, “-”, “_” and “.”, at most 64, not “../x”"),
        ("name", nil, "is missing; it must be a text"),
        ("name", "[a]", "must be one line of text, at most 400 characters"),
        ("name", "\"a\\nb\"", "must be one line of text, at most 400 characters"),
        ("name", "\"  \"", "must be one line of text, at most 400 characters"),
        (
            "level", "boss",
            "must be one of officer, senior_management, management, supervisor, lead, ic, system, not “boss”"
        ),
        ("level", nil, "is missing; it must be one of officer, senior_management, management, supervisor, lead, ic, system"),
        ("preferred_model_tier", "[mid]", "must be one of high, mid, low, not a list"),
        ("preferred_model_tier", nil, "is missing; it must be one of high, mid, low"),
        ("decision_authority", "total", "must be one of final, delegated, advisory, executive, not “total”"),
        ("temperature", "hot", "must be a number from 0 to 2, not “hot”"),
        ("temperature", "2.1", "must be a number from 0 to 2, not “2.1”"),
        ("temperature", "nan", "must be a number from 0 to 2, not “nan”"),
        ("temperature", "\"0.5\"", "must be a number from 0 to 2, not “0.5”"),
        ("temperature", "{a: 1}", "must be a number from 0 to 2, not a group"),
        ("preferred_context_window", "0", "must be a whole number above 0, not “0”"),
        ("preferred_context_window", "99999999999999999999", "must be a whole number above 0, not “99999999999999999999”"),
        ("preferred_context_window", "1.5", "must be a whole number above 0, not “1.5”"),
        ("kpis", "one", "must be a list of texts, such as [a, b]"),
        ("kpis", "[a, [b]]", "must be a list of texts; its entry 2 is none, or is empty or too long"),
        ("tools_allowed", "[\"\"]", "must be a list of texts; its entry 1 is none, or is empty or too long"),
        ("cadences", "daily", "must be a list of “key: value” groups"),
        ("cadences", "[daily]", "must be a list of “key: value” groups"),
        ("cadences", "[{type: standup}]", "needs “type” and “every” in entry 1"),
    ])
    func `a wrong field is named with what is allowed`(field: String, value: String?, message: String) throws {
        let load = try RolePackLoader.loadUnchecked(RoleFileSample().with(field, value).file())
        #expect(load.pack.roles.isEmpty)
        #expect(load.problems.map { $0.field ?? "" } == [field])
        #expect(load.problems.first?.message == message)
    }

    @Test func `all that is wrong is said at once`() throws {
        let sample = RoleFileSample().with("name", nil).with("temperature", "9").with("kpis", "x")
        let load = try RolePackLoader.loadUnchecked(sample.file())
        #expect(Set(load.problems.compactMap(\.field)) == ["name", "temperature", "kpis"])
    }

    @Test func `an unknown capability is an error that lists the known ones`() throws {
        let load = try RolePackLoader.loadUnchecked(RoleFileSample().with("capabilities", "[devops, juggling]").file())
        let problem = try #require(load.problems.first)
        #expect(load.pack.roles.isEmpty)
        #expect(problem.message.hasPrefix("has the unknown word “juggling”; the words are backend_engineering, "))
    }

    @Test func `a capability named twice is a warning and counts once`() throws {
        let load = try RolePackLoader.loadUnchecked(RoleFileSample().with("capabilities", "[devops, devops, sales]").file())
        #expect(load.pack.roles.first?.capabilities == [.devops, .sales])
        #expect(load.problems.map(\.severity) == [.warning])
    }

    @Test func `a prompt must not be empty`() throws {
        var sample = RoleFileSample()
        sample.body = "  "
        let load = try RolePackLoader.loadUnchecked(sample.file())
        #expect(
            load.problems.map(\.description) == [
                "roles/ic/qa-engineer.md: body is empty; the prompt must stand below the front matter"
            ])
    }

    @Test func `lists and choices that are absent have their plain value`() throws {
        let role = try #require(try RolePackLoader.loadUnchecked(RoleFileSample().file()).pack.roles.first)
        #expect(role.reportsTo.isEmpty && role.toolsAllowed.isEmpty && role.capabilities.isEmpty)
        #expect(role.temperature == nil && role.preferredContextWindow == nil && role.cadences == nil && role.outputFormat == nil)
    }
}
