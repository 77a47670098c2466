import Domain
import Foundation
import Roles
import Testing

/// The pack that the program carries inside.
struct FoundersPackTests {
    private let load: RolePackLoad

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        load = try RolePackLoader(trust: PackTrust(mode: .off)).load(folder: root.appending(path: "RolePacks/founders").path)
    }

    @Test func `nothing is wrong with it`() {
        #expect(load.pack.id == "founders")
        #expect(load.problems.map(\.description).isEmpty, "\(load.problems.map(\.description))")
    }

    @Test func `it has people for every level`() {
        let catalog = RoleCatalog(packs: [load.pack])
        #expect(catalog.hireable.count >= 16)
        #expect(Set(catalog.hireable.map(\.level)) == Set(EmployeeLevel.writable))
        #expect(load.pack.roles.filter { $0.level == .system }.map(\.id).sorted() == ["system-agent", "system-copilot"])
    }

    @Test func `every role can do something, and every category has somebody`() {
        #expect(load.pack.roles.filter(\.capabilities.isEmpty).map(\.id).isEmpty)
        #expect(Set(load.pack.roles.flatMap(\.capabilities).map(\.category)) == Set(Capability.Category.allCases))
    }

    @Test func `who manages whom agrees with who reports to whom`() {
        let managed = load.pack.roles.flatMap { role in role.manages.map { "\($0) < \(role.id)" } }
        let reporting = load.pack.roles.flatMap { role in role.reportsTo.map { "\(role.id) < \($0)" } }
        #expect(managed.sorted() == reporting.sorted())
    }

    @Test func `every prompt renders with nothing left open`() {
        let context = RoleContext(company: .init(name: "Shop"), employeeName: "Ada", employeeTitle: "Tester", today: "2026-01-02")
        for role in load.pack.roles {
            let rendering = RoleTemplate.render(role.body, context)
            #expect(rendering.unresolved.isEmpty, "\(role.id): \(rendering.unresolved)")
            #expect(!rendering.text.contains("{{"), "\(role.id)")
        }
    }
}
