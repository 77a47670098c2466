import Domain
import HTTPTypes
import Testing

@testable import Web

struct RouteTableTests {
    @Test func `no two routes are the same`() {
        let routes = RouteTable.all.map { "\($0.method) \($0.path)" }
        #expect(Set(routes).count == routes.count)
    }

    @Test func `two routes for the same request are noticed`() {
        func route(_ method: HTTPRequest.Method, _ path: String) -> Route {
            Route(method, path, "") { _ in .json(.null) }
        }
        #expect(throws: Never.self) { try RouteTable.check(RouteTable.all) }
        #expect(throws: Never.self) { try RouteTable.check([route(.get, "/a/{b}"), route(.get, "/a"), route(.post, "/a/{b}")]) }
        #expect(throws: RouteTable.Clash.self) { try RouteTable.check([route(.get, "/a/{b}"), route(.get, "/a/{c}")]) }
    }

    @Test func `the document describes exactly the routes`() throws {
        let document = OpenAPIDocument.make(from: RouteTable.all, version: "1")
        let paths = try #require(document["paths"]?.object)
        let described = paths.flatMap { path, methods in (methods.object ?? [:]).keys.map { "\($0.uppercased()) \(path)" } }
        #expect(described.sorted() == RouteTable.all.map { "\($0.method.rawValue) \($0.path)" }.sorted())
        #expect(document["openapi"] == "3.1.0")
    }

    @Test func `the document knows what stands in an address and behind it`() throws {
        let document = OpenAPIDocument.make(from: RouteTable.all, version: "1")
        for route in RouteTable.all {
            let operation = document["paths"]?[route.path]?[route.method.rawValue.lowercased()]
            let parameters = operation?["parameters"]?.array ?? []
            let inPath = parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.string }
            #expect(
                inPath == route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) })
            #expect(parameters.filter { $0["in"] == "query" }.compactMap { $0["name"]?.string } == route.query.map(\.name))
        }
        let tickets = document["paths"]?["/api/companies/{company}/tickets"]?["get"]?["parameters"]?.array ?? []
        let status = try #require(tickets.first { $0["name"] == "status" })
        #expect(status["schema"]?["enum"] == ["open", "in-progress", "blocked", "done"])
    }

    @Test func `the tests hold every answer against the document`() async throws {
        let company: JSONValue = ["items": [["id": 3]], "next": .null]
        #expect(DocumentedAnswer.flaw(.get, "/api/companies?x=1", .ok, company)?.contains("answer.items.0 lacks") == true)
        #expect(DocumentedAnswer.flaw(.get, "/api/companies", .created, company) == "the status is not described")
        #expect(DocumentedAnswer.flaw(.get, "/api/companies", .ok, ["items": [], "next": .null]) == nil)
    }

    @Test func `the document knows also the words that are only answered`() {
        let schemas = DocumentedAnswer.document["components"]?["schemas"]
        let levels = schemas?["Employee"]?["properties"]?["level"]?["enum"]?.array ?? []
        #expect(levels.contains("system") && levels.contains("IC"))
    }

    @Test func `the document tells apart what the owner may and what everyone may`() {
        let document = OpenAPIDocument.make(from: RouteTable.all, version: "1")
        for route in RouteTable.all {
            let security = document["paths"]?[route.path]?[route.method.rawValue.lowercased()]?["security"]
            switch route.permission {
            case .everyone: #expect(security == [], "\(route.path)")
            case .program: #expect(security == [["token": []]], "\(route.path)")
            case .owner:
                let ways: JSONValue = [["token": []], ["session": [], "csrf": []]]
                let more: JSONValue = [["token": []], ["session": [], "csrf": []], ["session": [], "ticket": []]]
                let isOpenedByAddress = route.path.hasSuffix("/stream") || route.path.hasSuffix("/content")
                #expect(security == (isOpenedByAddress ? more : ways), "\(route.path)")
            }
        }
    }

    @Test func `the document knows the entities' columns and words`() throws {
        let document = OpenAPIDocument.make(from: RouteTable.all, version: "1")
        let ticket = try #require(document["components"]?["schemas"]?["Ticket"]?["properties"]?.object)
        #expect(ticket["title"] == ["type": "string"])
        #expect(ticket["labels"] == ["type": "array", "items": ["type": "string"]])
        #expect(ticket["status"]?["enum"] == ["open", "in-progress", "blocked", "done"])
        #expect(ticket["closed_at"]?["anyOf"]?[0] == ["type": "integer"])
        #expect(document["components"]?["schemas"]?["Run"]?["properties"]?["cost_usd"]?["type"] == "string")
        let step = try #require(document["components"]?["schemas"]?["RunStep"]?["properties"]?.object)
        let columns = RunStep.CodingKeys.allCases.map(\.stringValue)
        #expect(Set(step.keys) == Set(columns.map { $0.hasSuffix("_json") ? String($0.dropLast(5)) : $0 }))
    }

    @Test func `every reference in the document leads somewhere`() throws {
        let document = OpenAPIDocument.make(from: RouteTable.all, version: "1")
        let known = Set(document["components"]?["schemas"]?.object?.keys.map { "#/components/schemas/\($0)" } ?? [])
        func references(_ value: JSONValue) -> [String] {
            switch value {
            case .object(let members): (members["$ref"]?.string).map { [$0] } ?? members.values.flatMap(references)
            case .array(let items): items.flatMap(references)
            default: []
            }
        }
        #expect(Set(references(document)).subtracting(known).isEmpty)
    }
}
