import Domain
import Engine
import HTTPTypes
import Store

/// What a company can begin with.
enum TemplateRoutes {
    static let all = [
        Route(
            .get, "/api/templates", "List what a company can begin with",
            answer: .json(
                .list(
                    .members([
                        "id": .text, "name": .text, "summary": .text, "mission": .text, "goal": .optional(.text),
                        "people": .many(
                            .members([
                                "name": .text, "role": .text, "title": .text, "level": .optional(.text),
                                "manager": .optional(.text),
                            ])), "tickets": .many(.text), "routine": .optional(.text), "budget_usd": .optional(.text),
                    ])))
        ) { call in
            let roles = call.server.roles
            return .json(["items": .array(CompanyTemplate.all.map { json($0, roles) }), "next": .null])
        }
    ]

    private static func json(_ template: CompanyTemplate, _ roles: RoleCatalog) -> JSONValue {
        let names = Dictionary(template.members.map { ($0.role, $0.name) }) { first, _ in first }
        let people = template.members.map { member -> JSONValue in
            let role = roles.hireable.first { $0.id == member.role }
            return [
                "name": .string(member.name), "role": .string(member.role), "title": .string(role?.name ?? member.role),
                "level": role.map { .string($0.level.rawValue) } ?? .null,
                "manager": member.manager.flatMap { names[$0] }.map { .string($0) } ?? .null,
            ]
        }
        return [
            "id": .string(template.id), "name": .string(template.name), "summary": .string(template.summary),
            "mission": .string(template.mission), "goal": template.goal.map { .string($0) } ?? .null, "people": .array(people),
            "tickets": .array(template.tickets.map { .string($0.title) }),
            "routine": template.routine.map { .string($0.name) } ?? .null,
            "budget_usd": template.budget.map { .string($0.description) } ?? .null,
        ]
    }
}
