import Testing

@testable import Domain

struct IdentifierTests {
    private enum Row {}

    @Test func `any text is an id, since rows may come from elsewhere`() throws {
        let id = Identifier<Row>("ticket-due-7 äö")
        #expect(id.description == "ticket-due-7 äö")
        #expect(try Identifier<Row>(column: .text("")).rawValue == "")
        #expect(id.column == .text("ticket-due-7 äö"))
    }

    @Test func `in JSON an id is its text`() throws {
        let id = Identifier<Row>("a\"b")
        #expect(JSONText.encode([id]) == #"["a\"b"]"#)
        #expect(try JSONText.decode([Identifier<Row>].self, from: #"["a\"b"]"#) == [id])
    }

    @Test(arguments: [ColumnValue.null, .integer(7), .real(0.5), .blob([1])])
    func `a column of another class is no id`(value: ColumnValue) {
        #expect(throws: ColumnError.mismatch(expected: "text", found: value)) { try Identifier<Row>(column: value) }
    }
}
