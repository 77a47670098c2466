import Domain
import Testing

struct RoleTemplateTests {
    private let context = RoleContext(
        company: .init(name: "Shop", mission: "Sell tea", values: ["calm", "care"]), employeeName: "Ada", employeeTitle: "Lead",
        manager: "Bo", reports: ["Cy", "Di"], today: "2026-01-02", workingDirectory: "/w")
    private let bare = RoleContext(company: .init(name: ""), employeeName: "", employeeTitle: " ", today: "")

    @Test(arguments: [
        ("company.name", "Shop", "the company"), ("company.mission", "Sell tea", "none stated"),
        ("company.values", "calm, care", "none stated"), ("employee.name", "Ada", "the employee"),
        ("employee.title", "Lead", "an employee"), ("team.manager", "Bo", "nobody"), ("team.reports", "Cy, Di", "nobody"),
        ("today", "2026-01-02", "not known"), ("today.date", "2026-01-02", "not known"), ("cwd", "/w", "not set"),
    ])
    func `every placeholder has words, also when nothing is known`(path: String, words: String, fallback: String) {
        #expect(RoleTemplate.render("<{{ \(path) }}>", context) == .init(text: "<\(words)>", unresolved: []))
        #expect(RoleTemplate.render("<{{\(path)}}>", bare) == .init(text: "<\(fallback)>", unresolved: []))
    }

    @Test func `what is not known is left out and reported once`() {
        let rendering = RoleTemplate.render("a{{ team.size }}b{{x}}c{{team.size}}d", context)
        #expect(rendering == .init(text: "abcd", unresolved: ["team.size", "x"]))
    }

    @Test(arguments: [
        "{{", "{{ }}", "{{ a b }}", "{ today }", "{{ today }", "{{ today", "{{today.}}", "{{1}}", "}}{{", "{{ ü }}",
    ])
    func `braces around anything else are text`(text: String) {
        #expect(RoleTemplate.render(text, context) == .init(text: text, unresolved: []))
    }

    @Test func `what is put in is not read again`() {
        var context = context
        context.company.name = "{{ cwd }}"
        #expect(RoleTemplate.render("{{ company.name }}", context).text == "{{ cwd }}")
    }

    @Test func `braces without end cost no time`() {
        let text = String(repeating: "{{ a", count: 50_000)
        #expect(RoleTemplate.render(text, context).text == text)
    }
}
