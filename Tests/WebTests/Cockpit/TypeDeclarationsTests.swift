import Domain
import Foundation
import Testing

@testable import Web

/// `RECORD_SNAPSHOTS=1` writes the declarations anew.
struct TypeDeclarationsTests {
    @Test func `the cockpit's types are those of the API`() throws {
        let text = TypeDeclarations(OpenAPIDocument.make(from: RouteTable.all, version: "0")).text
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Web/types/api.d.ts")
            .standardized
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            return try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }

    @Test func `shapes become types`() {
        let document: JSONValue = [
            "components": [
                "schemas": [
                    "Thing": [
                        "type": "object", "required": ["id"],
                        "properties": [
                            "id": ["type": "string"], "count": ["anyOf": [["type": "integer"], ["type": "null"]]],
                            "kind": ["enum": ["a", "b"], "type": "string"],
                        ],
                    ]
                ]
            ],
            "paths": [
                "/things": [
                    "get": [
                        "responses": [
                            "200": [
                                "content": [
                                    "application/json": [
                                        "schema": ["type": "array", "items": ["$ref": "#/components/schemas/Thing"]]
                                    ]
                                ]
                            ]
                        ]
                    ]
                ]
            ],
        ]
        let text = TypeDeclarations(document).text
        #expect(
            text.contains(
                "export type Thing = {\n  \"count\"?: number | null;\n  \"id\": string;\n  \"kind\"?: \"a\" | \"b\";\n};"))
        #expect(text.contains("  \"GET /things\": Array<Thing>;"))
    }
}
