import Domain
import HTTPTypes

/// What people can be hired as.
enum RoleRoutes {
    static let all = [
        Route(.get, "/api/roles", "List the roles that can be hired", answer: .json(.list(.members(shape)))) { call in
            .json(["items": .array(call.server.roles.hireable.map(summary)), "next": .null])
        },
        Route(
            .get, "/api/roles/{pack}/{role}", "Show a role with its text",
            answer: .json(.members(shape.merging(["body": .text]) { $1 }))
        ) { call in
            guard let role = call.server.roles.role(packID: try call.path("pack"), roleID: try call.path("role")) else {
                throw APIError.notFound("role")
            }
            guard case .object(let members) = summary(role) else { throw APIError.notFound("role") }
            return .json(.object(members.merging(["body": .string(role.body)]) { _, new in new }))
        },
    ]

    private static let shape: [String: AnswerShape] = [
        "pack_id": .text, "id": .text, "name": .text, "level": .text, "reports_to": .many(.text), "manages": .many(.text),
        "capabilities": .many(.text), "decision_authority": .text, "summary": .text,
    ]

    private static func summary(_ role: RoleSpecification) -> JSONValue {
        let mission = role.body.split(separator: "\n").drop { !$0.hasPrefix("## Mission") }.dropFirst().first {
            !$0.hasPrefix("#")
        }
        return [
            "pack_id": .string(role.packID), "id": .string(role.id), "name": .string(role.name),
            "level": .string(role.level.rawValue),
            "reports_to": .array(role.reportsTo.map { .string($0) }), "manages": .array(role.manages.map { .string($0) }),
            "capabilities": .array(role.capabilities.map { .string($0.rawValue) }),
            "decision_authority": .string(role.decisionAuthority.rawValue), "summary": .string(String(mission ?? "")),
        ]
    }
}
