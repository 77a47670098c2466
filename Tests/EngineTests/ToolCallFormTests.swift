import Domain
import Testing

@testable import Engine

/// What is taken for a call in an answer's text, what for thought, and what is left.
struct ToolCallFormTests {
    private static let known: Set<String> = ["write_document", "list_colleagues", "complete_ticket"]

    private func read(_ text: String, finish: FinishReason = .stop) -> (text: String, calls: [ToolCall]) {
        var answer = ModelGate.Answer()
        answer.text = text
        answer.finish = finish
        return ToolCallRepair.calls(in: answer, known: Self.known, place: 3)
    }

    private func arguments(_ call: ToolCall?) throws -> JSONValue { try JSONValue(parsing: try #require(call).arguments) }

    // MARK: Forms

    @Test(arguments: [
        #"functions.write_document({"name": "a.md", "content": "x"})"#,
        #"write_document({"name": "a.md", "content": "x"});"#,
        "  write_document( {'name': 'a.md', 'content': 'x',}, )  ",
        #"write_document(name="a.md", content='x')"#,
        "write_document(\n    name='''a.md''',\n    content=\"\"\"x\"\"\",\n)",
        "```python\nwrite_document(name=\"a.md\", content=\"x\")\n```",
        "```tool_code\nfunctions.write_document({\"name\": \"a.md\", \"content\": \"x\"})```",
        "{'name': 'write_document', 'arguments': {'name': 'a.md', 'content': 'x'}}",
        #"{"name": "functions.write_document", "arguments": {"name": "a.md", "content": "x"}}"#,
        #"[TOOL_CALLS]write_document[ARGS]{"name": "a.md", "content": "x"}"#,
        #"[TOOL_CALLS]write_document[CALL_ID]Xy12[ARGS]{"name": "a.md", "content": "x"}"#,
        #"[TOOL_CALLS] [{"name": "write_document", "arguments": {"name": "a.md", "content": "x"}}]"#,
        #"<|python_tag|>{"name": "write_document", "parameters": {"name": "a.md", "content": "x"}}<|eom_id|>"#,
        #"<function=write_document>{"name": "a.md", "content": "x"}</function>"#,
        "<tool_call>\n<function=write_document>\n<parameter=name>\na.md\n</parameter>\n<parameter=content>\nx\n</parameter>\n"
            + "</function>\n</tool_call>",
        "<function=write_document>\n<parameter=name>a.md</parameter><parameter=content>x</parameter>\n</function>\n</tool_call>",
        "<tool_call>\n{\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"x\"}\n</tool_call>",
        "```json\n{\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"x\"}\n```",
    ])
    func `a form that models use is a call, and nothing of it is left`(text: String) throws {
        let (rest, calls) = read(text)
        #expect(calls.map(\.name) == ["write_document"])
        #expect(try arguments(calls.first) == ["name": "a.md", "content": "x"])
        #expect(rest.isEmpty, "\(rest)")

        let within = read("I write it now.\n\n\(text)\n\nThat was it.")
        #expect(within.calls == calls)
        #expect(
            within.text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty } == [
                "I write it now.", "That was it.",
            ])
    }

    @Test(arguments: [
        #"[TOOL_CALLS]list_colleagues[ARGS]{}[TOOL_CALLS]write_document[ARGS]{"name": "a.md", "content": "x"}"#,
        #"<function=list_colleagues>{}</function><function=write_document>{"name": "a.md", "content": "x"}</function>"#,
        "<tool_call>\n<function=list_colleagues>\n</function>\n</tool_call><tool_call>\n<function=write_document>\n"
            + "<parameter=name>\na.md\n</parameter>\n<parameter=content>\nx\n</parameter>\n</function>\n</tool_call>",
        "list_colleagues()\nwrite_document(name='a.md', content='x')",
        "```\nfunctions.list_colleagues({})\nfunctions.write_document({\"name\": \"a.md\", \"content\": \"x\"})\n```",
        "[{'name': 'list_colleagues'},\n {'name': 'write_document', 'arguments': {'name': 'a.md', 'content': 'x'}}]",
        #"<|python_tag|>{"name": "list_colleagues"}; {"name": "write_document", "parameters": {"name": "a.md", "content": "x"}}"#,
        "```json\n{\"name\": \"list_colleagues\"}\n```\n\n```json\n"
            + "{\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"x\"}}\n```",
    ])
    func `several calls are made in their order`(text: String) throws {
        let (rest, calls) = read(text)
        #expect(calls.map(\.name) == ["list_colleagues", "write_document"])
        #expect(calls.map(\.id) == ["written_3_0", "written_3_1"])
        #expect(try arguments(calls.first) == [:])
        #expect(try arguments(calls.last) == ["name": "a.md", "content": "x"])
        #expect(rest.isEmpty, "\(rest)")
    }

    @Test(arguments: [
        "I would call write_document({\"name\": \"a.md\"}) next.",
        "Use `write_document(name=\"a.md\")` for that.",
        "- write_document(name=\"a.md\")",
        "write_document(name=\"a.md\") writes a document.",
        "write_document(name) takes a name.",
        "write_document is a tool.",
        "rm(path=\"a.md\")",
        "functions.rm({\"path\": \"a.md\"})",
        "write_document(name=\"a.md\", content=\"never",
        "[TOOL_CALLS]rm[ARGS]{\"path\": \"a.md\"}",
        "<function=rm>{\"path\": \"a.md\"}</function>",
        "<function=write_document>not an object</function>",
        "<tool_call>\n<function=rm>\n<parameter=path>\na.md\n</parameter>\n</function>\n</tool_call>",
        "{'name': 'rm', 'arguments': {}}",
        "{'name': 'write_document', 'it's': 1}",
        "Some {text} with {'braces': it is}.",
        "```swift\nlet a = [\n    1,\n]\n}\n```",
    ])
    func `what only mentions a tool or names none stays text`(text: String) {
        let (rest, calls) = read(text)
        #expect(calls.isEmpty)
        #expect(rest == text)
    }

    @Test func `what stands in the arguments of a call is not called`() throws {
        let content = "How to:\nlist_colleagues()\n<function=list_colleagues>{}</function>\n{\"name\": \"list_colleagues\"}"
        let call: JSONValue = ["name": "write_document", "arguments": ["name": "a.md", "content": .string(content)]]
        for text in [
            call.description, call.description.replacing("\\n", with: "\n"),
            "write_document({\"content\": \(JSONValue.string(content).description)})",
            "<function=write_document><parameter=content>\n\(content)\n</parameter></function>",
        ] {
            let calls = read(text).calls
            #expect(calls.map(\.name) == ["write_document"])
            #expect(try arguments(calls.first)["content"]?.string == content)
        }
    }

    @Test(arguments: [
        (#"write_document(content="a\"b\\\n\tä\u00e4\ud83d\ude00\x41\'\d")"#, "a\"b\\\n\tää😀A'\\d"),
        (#"write_document(content='it\'s')"#, "it's"), (#"write_document(content="\ud83d!")"#, "\u{FFFD}!"),
        (#"write_document(content="\u12")"#, "\\u12"),
        ("write_document(content=\"\"\"a \"quoted\" word\"\"\")", "a \"quoted\" word"),
    ])
    func `escapes are those of JSON and Python`(text: String, content: String) throws {
        #expect(try arguments(read(text).calls.first)["content"]?.string == content)
    }

    @Test func `words and numbers are those of JSON and Python`() throws {
        let values = try arguments(
            read("write_document(a=True, b=false, c=None, d=-1, e=2.5, f=[1, 'x',], g={'h': null})").calls.first)
        #expect(
            values == ["a": true, "b": false, "c": nil, "d": -1, "e": .number(2.5), "f": [1, "x"], "g": ["h": nil]])
    }

    @Test func `a fence beside a call keeps its code`() {
        let code = "```json\n[\n  {}\n]\n```"
        let (rest, calls) = read("\(code)\n\n{\"name\": \"list_colleagues\"}\n\n\(code)")
        #expect(calls.map(\.name) == ["list_colleagues"])
        #expect(rest == "\(code)\n\n\n\n\(code)")
    }

    @Test(arguments: [
        #"{"name": "write_document", "arguments": {"name": "a.md", "content": "half of"#,
        #"<function=write_document>{"name": "a.md", "content": "half of"#,
    ])
    func `a call that was cut short is not made`(text: String) {
        #expect(read(text, finish: .length).calls.isEmpty)
        #expect(read(text).calls.count == 1)
    }

    // MARK: Bounds

    @Test(arguments: [
        "{", "{\"", "{\"a\":", "{\"a\":[", "{'a':\"", "[TOOL_CALLS]", "<function=write_document><parameter=a>",
        "\nwrite_document(a=",
        "\n", "```\n", "`", "<think", "\\",
    ])
    func `a text of nothing but beginnings holds no call`(beginning: String) {
        let text = String(repeating: beginning, count: 200_000 / beginning.utf8.count)
        #expect(read(text).calls.isEmpty)
    }

    @Test func `a call is found behind what leads nowhere, up to a limit`() {
        let call = #"{"name": "list_colleagues"}"#
        #expect(read(String(repeating: "{ ", count: 1000) + call).calls.count == 1)
        #expect(read(String(repeating: "x", count: WrittenCallScan.sizeLimit) + call).calls.isEmpty)
        #expect(read(String(repeating: "x", count: WrittenCallScan.sizeLimit - 10) + call).calls.isEmpty)
        #expect(read(String(repeating: call, count: 1000)).calls.count == WrittenCallScan.callLimit)
    }

    // MARK: Thought

    private static let draft = #"{"name": "write_document", "arguments": {"name": "a.md"}}"#

    @Test(arguments: [
        "<think>\(draft)? No.</think>Hello.", "\n <think>\n\(draft)\n</think>\n\nHello.", "<thinking>\(draft)</thinking> Hello.",
        "Hm. \(draft)\nNo.</think>\n\nHello.", "Say \"hi\"</think>Hello.", "<think>a</think>\n<think>\(draft)</think>\nHello.",
        "<think>a <think>b</think> \(draft) </think>Hello.", "<think>`</think>`\n\(draft)\n</think>\nHello.",
        "```json\n\(draft)\n</think>\n\nHello.", "</think>Hello.", "<think></think>Hello.",
        "Maybe {\"name\": \"write_document\", \"arguments\": {\"content\": \"\n</think>\nHello.",
        "<think>write_document(\n\"</think>Hello.", "a</think>b<think>c</think>\(draft)</think>Hello.",
    ])
    func `what a model thinks is neither said nor done`(text: String) {
        let (rest, calls) = read(text)
        #expect(rest == "Hello.")
        #expect(calls.isEmpty)
    }

    @Test(arguments: [
        "<think>", "<think>\(draft)", " <thinking>never ends ", "<think>a</think>", "a</think>\n", "<think>a</think><think>",
    ])
    func `an answer that is nothing but thought is empty`(text: String) {
        let (rest, calls) = read(text)
        #expect(rest.isEmpty)
        #expect(calls.isEmpty)
    }

    @Test(arguments: [
        "Between `<think>` and `</think>` a model thinks.", "The tag “</think>” ends it.", "Write \"</think>\" then.",
        "I wrap it: <think>a</think> b.", "Like so:\n```\n</think>\n```\nSee?", "Like so:\n```xml\n<think>\n</think>\n```",
        "No thought, a < b.", "Use ``</think>`` there.", "{\"tag\": \"a </think> b\"}", "  blanks stay  ",
    ])
    func `a tag that is quoted stays text`(text: String) { #expect(read(text).text == text) }

    @Test func `a call behind a thought is made, also with a tag in its arguments`() throws {
        let call = #"{"name": "write_document", "arguments": {"content": "a </think> b"}}"#
        for text in ["<think>Hm.</think>\n\(call)", "Hm.\n</think>\n\(call)", call, "write_document(content=\"a </think> b\")"] {
            let (rest, calls) = read(text)
            #expect(try arguments(calls.first) == ["content": "a </think> b"])
            #expect(rest.isEmpty)
        }
    }

    @Test func `a thought beside calls that came as such is not said either`() {
        var answer = ModelGate.Answer()
        answer.text = "<think>\(Self.draft)</think>I look."
        answer.toolCalls = [ToolCall(id: "a", name: "list_colleagues", arguments: "{}")]
        let (text, calls) = ToolCallRepair.calls(in: answer, known: Self.known, place: 0)
        #expect(text == "I look.")
        #expect(calls == answer.toolCalls)
    }
}
