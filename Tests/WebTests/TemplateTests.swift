import Domain
import Engine
import Store
import Testing

@testable import Web

struct TemplateTests {
    /// A catalogue that has all the roles that templates name.
    private static let roles = RoleCatalog(packs: [
        RolePack(
            id: "test", name: "Test", version: "1", author: "", license: "", summary: "", standing: .unchecked,
            roles: Set((CompanyTemplate.all + [.works]).flatMap(\.members).map(\.role)).sorted().map {
                RoleSpecification(packID: "test", id: $0, name: $0, level: $0 == "ceo" ? .officer : .ic)
            })
    ])

    @Test(arguments: ["studio", "content", "research"])
    func `a company begins with people, a goal, work, a routine and a budget`(template: String) async throws {
        let door = try await Door(roles: Self.roles)
        try await door.open { client async throws in
            let known = try await client.get("/api/templates").json["items"]?.array?.first { $0["id"]?.string == template }
            #expect(known?["people"]?.array?.count == 6)
            #expect(known?["tickets"]?.array?.count == 3)
            let body: JSONValue = ["name": "Aurora Labs", "template": .string(template), "provider": "practice"]
            let company = try await client.post("/api/companies", body, key: "first")
            #expect(company.status == 201)
            #expect(company.json["settings"]?["provider_id"] == "practice")
            let path = "/api/companies/\(company.json["id"]?.string ?? "")"
            let people = try await client.get(path + "/floor").json["people"]?.array ?? []
            #expect(people.count == 6)
            #expect(people.count { $0["manager_id"] == nil } == 1)
            #expect(people.count { $0["waiting"]?["reason"] == "order" } == 4)  // the head has the goal, three a ticket
            #expect(try await client.get(path + "/tickets").json["items"]?.array?.count == 4)
            #expect(try await client.get(path + "/goals").json["items"]?.array?.count == 1)
            #expect(try await client.get(path + "/routines").json["items"]?.array?.first?["next_run_at"] != .null)
            #expect(try await client.get(path + "/budgets").json["items"]?.array?.first?["hard_cap_usd"] == "5")
            let types = try await client.get(path + "/events?limit=500").json["items"]?.array?.compactMap {
                $0["event_type"]?.string
            }
            for type in ["company.created", "goal.created", "routine.created"] { #expect(types?.count { $0 == type } == 1) }
            #expect(types?.count { $0 == "ticket.created" } == 4)
            let before = try await door.eventCount()
            #expect(try await client.post("/api/companies", body, key: "first").json["id"] == company.json["id"])
            #expect(try await door.eventCount() == before)
        }
    }

    @Test func `a template that is not there is named, and one whose roles are missing founds nothing`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            #expect(try await client.post("/api/companies", ["name": "A", "template": "zoo"]).field == "template")
            #expect(try await client.post("/api/companies", ["name": "A", "template": "studio"]).status == 422)
            #expect(try await client.post("/api/companies", ["name": "A", "provider": "nobody"]).status == 422)
            #expect(try await client.get("/api/companies").json["items"] == [])
            #expect(try await client.post("/api/companies", ["name": "A", "template": "empty"]).status == 201)
        }
    }

    @Test(arguments: CompanyTemplate.all.map(\.id))
    func `everybody of a template reports to somebody who was hired before, and all work is somebody's`(id: String) {
        let members = CompanyTemplate.named(id)?.members ?? []
        for (index, member) in members.enumerated() {
            let above = members.prefix(index).map(\.role)
            #expect(index == 0 ? member.manager == nil : member.manager.map(above.contains) == true)
        }
        let roles = Set(members.map(\.role))
        #expect(roles.count == members.count)
        let busy = CompanyTemplate.named(id)?.tickets.map(\.role) ?? []
        #expect(Set(busy).isSubset(of: roles))
        let regular = CompanyTemplate.named(id)?.routine?.role
        if let regular { #expect(roles.contains(regular)) } else { #expect(members.isEmpty) }
    }
}
