import Domain
import Testing
import Tools

struct TextDocumentWriterTests {
    private let writer = TextDocumentWriter()

    private func text(_ request: DocumentRequest) throws -> String {
        String(decoding: try writer.render(request).bytes, as: UTF8.self)
    }

    private func refusal(_ request: DocumentRequest) -> String? {
        do {
            _ = try writer.render(request)
            return nil
        } catch {
            return (error as? ToolFailure)?.description
        }
    }

    // MARK: Formats

    @Test(arguments: [
        ("a.md", DocumentFormat.markdown), ("a.markdown", .markdown), ("a", .markdown), ("a.txt", .text), ("a.CSV", .csv),
        ("a.json", .json), ("a.htm", .html), ("a.v2", .markdown), ("notes.about.csv", .csv),
    ])
    func `the extension decides when no format is given`(name: String, format: DocumentFormat) throws {
        let document = try writer.render(DocumentRequest(name: name, content: "1"))
        #expect(document.format == format)
        #expect(document.mimeType == format.mimeType)
        #expect(document.fileName.hasSuffix("." + format.fileExtension))
    }

    @Test(arguments: [
        ("md", DocumentFormat.markdown), ("Markdown", .markdown), (".txt", .text), ("text", .text), ("HTML", .html),
        (" csv ", .csv),
    ])
    func `a format has its names`(name: String, format: DocumentFormat) {
        #expect(DocumentFormat(named: name) == format)
    }

    @Test(arguments: ["docx", "", "pdf", "m d"])
    func `other names are no format`(name: String) {
        #expect(DocumentFormat(named: name) == nil)
    }

    @Test(arguments: [("a.docx", "use md"), ("a.XLSX", "use csv"), ("a.pptx", "use md")])
    func `an office format is refused with what serves instead`(name: String, advice: String) throws {
        let complaint = try #require(refusal(DocumentRequest(name: name, content: "x")))
        #expect(complaint.contains(advice) && complaint.contains("md, txt, csv, json, html"))
    }

    @Test func `a format that is given wins over the extension`() throws {
        #expect(try writer.render(DocumentRequest(name: "plan.docx", format: .markdown, content: "x")).fileName == "plan.md")
    }

    // MARK: Markdown and text

    @Test(arguments: [
        ("Plan", "Do it.", "# Plan\n\nDo it.\n"), ("Plan", "# Own\n", "# Own\n"), ("Plan", "\n\n## Own", "\n\n## Own\n"),
        (nil, "Do it.", "Do it.\n"), (" ", "Do it.", "Do it.\n"), ("Two\nlines", "x", "# Two lines\n\nx\n"),
    ])
    func `Markdown has its title unless it begins with a heading`(title: String?, content: String, expected: String) throws {
        #expect(try text(DocumentRequest(name: "a", title: title, content: content)) == expected)
    }

    @Test func `plain text stays as it is`() throws {
        #expect(try text(DocumentRequest(name: "a.txt", title: "T", content: " a\r\n\tb")) == " a\r\n\tb")
    }

    // MARK: JSON

    @Test func `JSON is indented and keeps its order and numbers`() throws {
        let content = #"{"b":[1.50,{},[] , 12345678901234567890],"a":{"x":"y: {\"[,"}}"#
        let expected = """
            {
              "b": [
                1.50,
                {},
                [],
                12345678901234567890
              ],
              "a": {
                "x": "y: {\\"[,"
              }
            }

            """
        #expect(try text(DocumentRequest(name: "a.json", content: content)) == expected)
        #expect(try text(DocumentRequest(name: "a.json", content: expected)) == expected)
    }

    @Test(arguments: [
        ("{\n  a: 1}", "line 2, column 3"), ("[1, 2", "ends in the middle"),
        (String(repeating: "[", count: 100), "deeper than 64"),
    ])
    func `what is not JSON is refused with its place`(content: String, part: String) {
        #expect(refusal(DocumentRequest(name: "a.json", content: content))?.contains(part) == true)
    }

    // MARK: Limits

    @Test(arguments: DocumentFormat.allCases)
    func `an empty document is refused`(format: DocumentFormat) {
        #expect(refusal(DocumentRequest(name: "a", format: format, content: " \n"))?.hasPrefix("The document is empty") == true)
    }

    @Test(arguments: DocumentFormat.allCases)
    func `more than a mebibyte is refused`(format: DocumentFormat) {
        let content = String(repeating: "1", count: TextDocumentWriter.sizeLimit + 1)
        #expect(refusal(DocumentRequest(name: "a", format: format, content: content))?.contains("1048576") == true)
    }

    @Test func `text that only indentation or cells make too large is refused too`() {
        let list =
            String(repeating: "[", count: 60) + String(repeating: "1,", count: 400_000) + "1" + String(repeating: "]", count: 60)
        #expect(refusal(DocumentRequest(name: "a.json", content: list))?.contains("1048576") == true)
        let rows = [[JSONValue]](repeating: [.string(String(repeating: "x", count: 1_000))], count: 1_100)
        #expect(refusal(DocumentRequest(name: "a.csv", rows: rows))?.contains("1048576") == true)
    }

    @Test func `a document of exactly a mebibyte is written`() throws {
        let content = String(repeating: "1", count: TextDocumentWriter.sizeLimit)
        #expect(try writer.render(DocumentRequest(name: "a.txt", content: content)).bytes.count == TextDocumentWriter.sizeLimit)
    }

    @Test func `rows belong to CSV, and to it alone`() {
        let rows: [[JSONValue]] = [["a"]]
        #expect(refusal(DocumentRequest(name: "a.md", content: "x", rows: rows))?.contains("csv only") == true)
        #expect(refusal(DocumentRequest(name: "a.csv", content: "x", rows: rows))?.contains("not both") == true)
    }
}
