import Domain
import Testing
import Tools

struct CSVTextTests {
    private func csv(_ rows: [[JSONValue]]) throws -> String {
        String(decoding: try TextDocumentWriter().render(DocumentRequest(name: "a.csv", rows: rows)).bytes, as: UTF8.self)
    }

    private func csv(_ content: String) throws -> String {
        String(decoding: try TextDocumentWriter().render(DocumentRequest(name: "a.csv", content: content)).bytes, as: UTF8.self)
    }

    @Test func `cells are quoted where they need it`() throws {
        let rows: [[JSONValue]] = [["name", "a,b", "say \"hi\"", "two\nlines", "x;y"], [1, .number(2.5), true, nil, -3]]
        #expect(try csv(rows) == "name,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"x;y\"\r\n1,2.5,true,,-3\r\n")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("-", "'-"), ("+", "'+"),
        ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("-5", "-5"), ("+3.25", "+3.25"), ("-1.2.3", "'-1.2.3"), ("a=b", "a=b"),
        ("'=1", "'=1"),
        ("-٣", "'-٣"), ("=\u{301}1", "'=\u{301}1"),
    ])
    func `a formula becomes text, a number stays`(cell: String, expected: String) throws {
        #expect(try csv([[.string(cell)]]) == expected + "\r\n")
    }

    @Test func `a cell is a single value`() {
        #expect(throws: ToolFailure.self) { try csv([["a"], ["b", ["c"]]]) }
        #expect(throws: ToolFailure.self) { try csv([[["k": "v"]]]) }
    }

    @Test(arguments: ["a,b\n1,2\n", "a;b\r\n-1;+2.5\r\n", "\u{FEFF}a,\"x\n=not a cell start\"\n", "\"a \"\"=q\"\"\",b", "a, =b"])
    func `CSV without formulas stays as it came`(content: String) throws {
        #expect(try csv(content) == content)
    }

    @Test(arguments: [
        ("a,=1+1\n", "a,'=1+1\n"), ("=1,b", "'=1,b"), ("\u{FEFF}=1", "\u{FEFF}'=1"), ("a;@x", "a;'@x"), ("a\t=x", "a\t'=x"),
        ("a\n\"=HYPERLINK(\"\"x\"\")\",b", "a\n\"'=HYPERLINK(\"\"x\"\")\",b"), ("a\r\n-x", "a\r\n'-x"),
        ("\"-1\",\"+2\"", "\"-1\",\"+2\""),
        ("\"a\"\"\",=1", "\"a\"\"\",'=1"), ("\"\tx\"", "\"'\tx\""),
    ])
    func `a formula in CSV text becomes text`(content: String, expected: String) throws {
        #expect(try csv(content) == expected)
    }

    @Test func `an unclosed quote harms nothing`() throws {
        #expect(try csv("\"") == "\"")
        #expect(try csv("a,\"=") == "a,\"'=")
    }
}
