import Domain
import Testing

struct RoleCatalogTests {
    private static func role(_ id: String, _ name: String, _ level: EmployeeLevel = .ic, pack: String = "a") -> RoleSpecification
    {
        RoleSpecification(packID: pack, id: id, name: name, level: level, path: "roles/\(id)-file.md")
    }

    private let catalog = RoleCatalog(packs: [
        RolePack(
            id: "a", name: "A",
            roles: [
                role("chief-executive-officer", "Chief Executive Officer", .officer),
                role("vp-engineering", "VP of Engineering", .seniorManagement),
                role("product-manager", "Product Manager", .management),
                role("project-manager", "Project Manager", .management), role("backend-engineer", "Backend Engineer"),
                role("senior-backend-engineer", "Senior Backend Engineer", .lead), role("qa-engineer", "QA Engineer"),
                role("system-agent", "System Agent", .system),
            ]),
        RolePack(id: "b", name: "B", roles: [role("qa-engineer", "Tester", pack: "b")]),
        RolePack(id: "a", name: "Impostor", roles: [role("backend-engineer", "Impostor")]),
    ])

    @Test func `a role is found by pack and id, system roles too`() {
        #expect(catalog.role(packID: "a", roleID: "system-agent")?.name == "System Agent")
        #expect(catalog.role(packID: "b", roleID: "qa-engineer")?.name == "Tester")
        #expect(catalog.role(packID: "b", roleID: "nobody") == nil)
    }

    @Test func `of packs with one id the first counts`() {
        #expect(catalog.packs.map(\.name) == ["A", "B"])
        #expect(catalog.role(packID: "a", roleID: "backend-engineer")?.name == "Backend Engineer")
    }

    @Test func `system roles cannot be hired, and the others are listed from the top`() {
        #expect(!catalog.hireable.contains { $0.level == .system })
        #expect(catalog.hireable.first?.id == "chief-executive-officer")
        #expect(catalog.hireable.last?.name == "Tester")
    }

    @Test(arguments: [
        ("a/qa-engineer", "QA Engineer"), ("b/qa-engineer", "Tester"), ("backend-engineer", "Backend Engineer"),
        ("Backend_Engineer", "Backend Engineer"), ("  backend   engineer ", "Backend Engineer"),
        ("CEO", "Chief Executive Officer"),
        ("c.e.o.", "Chief Executive Officer"), ("vpe", "VP of Engineering"), ("VPoE", "VP of Engineering"),
        ("executive", "Chief Executive Officer"), ("senior backend", "Senior Backend Engineer"),
        ("project-manager-file", "Project Manager"),
        ("please hire a Product Manager for us", "Product Manager"), ("one senior backend engineer", "Senior Backend Engineer"),
        ("tester", "Tester"),
    ])
    func `a role is found by what people call it`(query: String, name: String) throws {
        #expect(try catalog.hireableRole(matching: query).name == name)
    }

    @Test(arguments: [
        ("pm", ["a/product-manager", "a/project-manager"]), ("manager", ["a/product-manager", "a/project-manager"]),
        ("qa-engineer", ["a/qa-engineer", "b/qa-engineer"]),
    ])
    func `several that fit are listed`(query: String, candidates: [String]) {
        #expect(throws: RoleLookupError.ambiguous(query: query, candidates: candidates)) {
            try catalog.hireableRole(matching: query)
        }
    }

    @Test(arguments: ["", " ", "-", "x", "juggler", "system agent", "system-agent"])
    func `what fits nobody is unknown`(query: String) {
        #expect(throws: RoleLookupError.unknown(query: query)) { try catalog.hireableRole(matching: query) }
    }

    @Test func `the complaint reads as a sentence`() {
        #expect(
            "\(RoleLookupError.ambiguous(query: "pm", candidates: ["a/x", "a/y"]))"
                == "“pm” may mean 2 roles; say which: a/x, a/y.")
    }
}
