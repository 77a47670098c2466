import Domain
import Testing

@testable import Gateway

struct GeminiSchemaTests {
    @Test(arguments: [
        (
            #"{"type":"object","$schema":"x","additionalProperties":false,"properties":{"a":{"type":"string","default":"x"}}}"#,
            #"{"type":"object","properties":{"a":{"type":"string"}}}"#
        ),
        (#"{"type":["string","null"],"format":"uuid","maxLength":9}"#, #"{"type":"string","nullable":true,"maxLength":9}"#),
        (#"{"type":"string","format":"date-time"}"#, #"{"type":"string","format":"date-time"}"#),
        (#"{"enum":["a","b",null]}"#, #"{"type":"string","enum":["a","b"]}"#),
        (#"{"const":"a"}"#, #"{"type":"string","enum":["a"]}"#),
        (#"{"type":"integer","enum":[1,2],"exclusiveMinimum":0}"#, #"{"type":"integer"}"#),
        (#"{"type":"array"}"#, #"{"type":"array","items":{"type":"string"}}"#),
        (#"{"type":"array","items":{"type":"number","multipleOf":2}}"#, #"{"type":"array","items":{"type":"number"}}"#),
        (#"{"oneOf":[{"type":"string"},{"type":"integer"}]}"#, #"{"anyOf":[{"type":"string"},{"type":"integer"}]}"#),
        (
            #"{"anyOf":[{"type":"string"},{"type":"null"}],"description":"d"}"#,
            #"{"type":"string","nullable":true,"description":"d"}"#
        ),
        (
            #"{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]}"#,
            #"{"type":"object","properties":{"a":{"type":"string"}}}"#
        ),
        (
            #"{"type":"object","properties":{"a":true},"required":["a","b"]}"#,
            #"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"#
        ),
        (
            ##"{"type":"object","properties":{"a":{"$ref":"#/$defs/A","description":"d"}},"$defs":{"A":{"type":"integer"}}}"##,
            #"{"type":"object","properties":{"a":{"type":"integer","description":"d"}}}"#
        ),
        (##"{"$ref":"#/$defs/Gone"}"##, #"{"type":"object"}"#), (#"7"#, #"{"type":"string"}"#),
    ])
    func `a schema is cut down to what is known there`(text: String, expected: String) throws {
        #expect(try GeminiSchema(JSONValue(parsing: text)).value == JSONValue(parsing: expected))
    }

    @Test func `a definition that refers to itself ends somewhere`() throws {
        let schema = try JSONValue(
            parsing: ##"{"$ref":"#/$defs/T","$defs":{"T":{"type":"object","properties":{"next":{"$ref":"#/$defs/T"}}}}}"##)
        #expect(GeminiSchema(schema).value.description.count < 1000)
    }

    @Test func `a definition that refers to itself several times ends soon, and always at the same place`() throws {
        let own = ##"{"$ref":"#/$defs/T"}"##
        let branches = ["a", "b", "c", "d", "e"].map { "\"\($0)\":\(own)" }.joined(separator: ",")
        let schema = try JSONValue(
            parsing: ##"{"$ref":"#/$defs/T","$defs":{"T":{"type":"object","properties":{\##(branches)}}}}"##)
        let cleaned = GeminiSchema(schema)
        #expect(cleaned.value["properties"]?["e"]?["type"] == "object")
        #expect(cleaned.value.description.utf8.count < 100_000)
        #expect(GeminiSchema(schema) == cleaned)
    }
}
