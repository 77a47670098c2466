import Domain
import HTTPTypes

/// The OpenAPI 3.1 description of the routes (https://spec.openapis.org/oas/v3.1.0).
enum OpenAPIDocument {
    static func make(from routes: [Route], version: String) -> JSONValue {
        var schemas = SchemaCollection()
        var paths: [String: JSONValue] = [:]
        for route in routes {
            var operations = paths[route.path]?.object ?? [:]
            operations[route.method.rawValue.lowercased()] = operation(route, &schemas)
            paths[route.path] = .object(operations)
        }
        schemas.all["Error"] = [
            "type": "object", "required": ["error"],
            "properties": [
                "error": [
                    "type": "object", "required": ["code", "message", "details"],
                    "properties": ["code": ["type": "string"], "message": ["type": "string"], "details": ["type": "object"]],
                ]
            ],
        ]
        return [
            "openapi": "3.1.0", "info": ["title": "Team-X", "version": .string(version)], "paths": .object(paths),
            "components": [
                "schemas": .object(schemas.all),
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer"],
                    "session": ["type": "apiKey", "in": "cookie", "name": "teamx_session_{port}"],
                    "csrf": ["type": "apiKey", "in": "header", "name": "X-TeamX-CSRF"],
                    "ticket": ["type": "apiKey", "in": "query", "name": .string(AccessPolicy.ticketName)],
                ],
            ],
        ]
    }

    private static func operation(_ route: Route, _ schemas: inout SchemaCollection) -> JSONValue {
        var operation: [String: JSONValue] = [
            "summary": .string(route.summary), "operationId": .string(identifier(route)),
            "security": security(of: route), "parameters": .array(parameters(of: route)),
            "responses": .object(responses(of: route, &schemas)),
        ]
        switch route.body {
        case .json(let body):
            operation["requestBody"] = [
                "required": true, "content": ["application/json": ["schema": schemas.inlineSchema(of: body)]],
            ]
        case .bytes: operation["requestBody"] = ["required": true, "content": ["*/*": ["schema": [:]]]]
        case nil: break
        }
        return .object(operation)
    }

    /// Any one of these is enough; what stands together is needed together.
    private static func security(of route: Route) -> JSONValue {
        switch route.permission {
        case .everyone: []
        case .program: [["token": []]]
        case .owner where route.takesTicket: [["token": []], ["session": [], "csrf": []], ["session": [], "ticket": []]]
        case .owner: [["token": []], ["session": [], "csrf": []]]
        }
    }

    private static func responses(of route: Route, _ schemas: inout SchemaCollection) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [
            "default": [
                "description": "Not done.", "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Error"]]],
            ]
        ]
        for status in route.statuses {
            responses["\(status.code)"] = [
                "description": .string(status == .ok && route.statuses.count > 1 ? "Done before." : "Done."),
                "content": content(route.answer, &schemas),
            ]
        }
        return responses
    }

    private static func content(_ answer: Route.Answer, _ schemas: inout SchemaCollection) -> JSONValue {
        switch answer {
        case .json(let shape): ["application/json": ["schema": schemas.schema(of: shape)]]
        case .bytes: ["*/*": ["schema": [:]]]
        case .stream: ["text/event-stream": ["schema": ["type": "string"]]]
        case .events:
            [
                "application/json": ["schema": schemas.schema(of: .list(.one(Event.self)))],
                "text/event-stream": ["schema": ["type": "string"]],
            ]
        }
    }

    private static func parameters(of route: Route) -> [JSONValue] {
        let path: [JSONValue] = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            ["name": .string(String(part.dropFirst().dropLast())), "in": "path", "required": true, "schema": ["type": "string"]]
        }
        let query = route.query.map { parameter -> JSONValue in
            ["name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired), "schema": parameter.schema]
        }
        return path + query + headers(of: route)
    }

    private static func headers(of route: Route) -> [JSONValue] {
        switch route.answer {
        case .events, .stream:
            return [["name": "Last-Event-ID", "in": "header", "required": false, "schema": ["type": "integer", "minimum": 0]]]
        case .json, .bytes: break
        }
        guard route.creates else { return [] }
        return [["name": "Idempotency-Key", "in": "header", "required": false, "schema": ["type": "string", "maxLength": 200]]]
    }

    private static func identifier(_ route: Route) -> String {
        let words = route.path.split { !$0.isLetter && !$0.isNumber }.dropFirst()
        return ([route.method.rawValue.lowercased()] + words.map(String.init)).joined(separator: "_")
    }
}
