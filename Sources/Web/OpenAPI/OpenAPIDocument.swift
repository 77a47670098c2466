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
                "schemas": .object(schemas.all), "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
            ],
        ]
    }

    private static func operation(_ route: Route, _ schemas: inout SchemaCollection) -> JSONValue {
        var operation: [String: JSONValue] = [
            "summary": .string(route.summary), "operationId": .string(identifier(route)),
            "security": route.permission == .owner ? [["token": []]] : [], "parameters": .array(parameters(route.path)),
            "responses": [
                "200": ["description": "Done.", "content": content(route.answer, &schemas)],
                "default": ["description": "Not done.", "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Error"]]]],
            ],
        ]
        if let body = route.body {
            operation["requestBody"] = [
                "required": true, "content": ["application/json": ["schema": schemas.inlineSchema(of: body)]],
            ]
        } else if route.path.hasSuffix("/files"), route.method == .post {
            operation["requestBody"] = ["required": true, "content": ["application/octet-stream": ["schema": [:]]]]
        }
        return .object(operation)
    }

    private static func content(_ answer: Route.Answer, _ schemas: inout SchemaCollection) -> JSONValue {
        switch answer {
        case .object(let type): ["application/json": ["schema": schemas.reference(to: type)]]
        case .list(let type):
            [
                "application/json": [
                    "schema": [
                        "type": "object", "required": ["items", "next"],
                        "properties": ["items": ["type": "array", "items": schemas.reference(to: type)], "next": [:]],
                    ]
                ]
            ]
        case .anything: ["application/json": ["schema": ["type": "object"]]]
        case .bytes: ["application/octet-stream": ["schema": [:]]]
        }
    }

    private static func parameters(_ path: String) -> [JSONValue] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            ["name": .string(String(part.dropFirst().dropLast())), "in": "path", "required": true, "schema": ["type": "string"]]
        }
    }

    private static func identifier(_ route: Route) -> String {
        let words = route.path.split { !$0.isLetter && !$0.isNumber }.dropFirst()
        return ([route.method.rawValue.lowercased()] + words.map(String.init)).joined(separator: "_")
    }
}
