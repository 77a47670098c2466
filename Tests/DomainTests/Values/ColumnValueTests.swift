import Testing

@testable import Domain

struct ColumnValueTests {
    @Test func `every simple type reads what it wrote`() throws {
        #expect(try String(column: "a\u{0}ä".column) == "a\u{0}ä")
        #expect(try Int64(column: Int64.min.column) == .min)
        #expect(try Int(column: Int.max.column) == .max)
        #expect(try Double(column: 0.1.column) == 0.1)
        #expect(try Bool(column: true.column) == true)
        #expect(try Bool(column: false.column) == false)
        #expect(try [UInt8](column: [0, 255].column) == [0, 255])
    }

    @Test func `a real column may hold whole numbers, as SQLite stores them`() throws {
        #expect(try Double(column: .integer(3)) == 3)
    }

    @Test func `null is the absence of an optional and nothing else`() throws {
        #expect(try String?(column: .null) == nil)
        #expect(try Int64?(column: .integer(1)) == 1)
        #expect(String?.none.column == .null)
        #expect(throws: ColumnError.mismatch(expected: "text", found: .null)) { try String(column: .null) }
        #expect(throws: ColumnError.mismatch(expected: "integer", found: .text("1"))) { try Int64?(column: .text("1")) }
    }

    @Test func `a JSON column is text whose shape is checked`() throws {
        let column: JSONColumn<[String]> = ["a", "b"]
        #expect(column.column == .text(#"["a","b"]"#))
        #expect(try JSONColumn<[String]>(column: column.column) == column)
        #expect(JSONText.encode(column) == #"["a","b"]"#)
    }

    @Test(arguments: ["", "[", #"{"a":1}"#, "[1]", "null", #"["a"] x"#])
    func `a JSON column of another shape is an error that shows the text`(text: String) {
        #expect(throws: ColumnError.malformedJSON(text)) { try JSONColumn<[String]>(column: .text(text)) }
    }
}
