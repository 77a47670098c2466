import Domain
import Foundation
import TestSupport
import Testing

@testable import Gateway

private let clientsPython = ProcessInfo.processInfo.environment["CLIENTS_PYTHON"]

/// The makers' own clients read the streams that our suites are made of, and find in them what we do.
///
/// Runs where `CLIENTS_PYTHON` names a Python that has the packages `openai`, `anthropic`, `google-genai` and `ollama`.
@Suite(.enabled(if: clientsPython != nil), .timeLimit(.minutes(5)))
struct OfficialClientTests {
    @Test(arguments: Wire.allCases)
    func `the maker's own client reads the same in a stream`(wire: Wire) async throws {
        let python = try #require(clientsPython)
        for sample in wire.samples where sample.failure == nil {
            let script = FakeModelServer.Script(headers: ["Content-Type": wire.contentType], body: wire.body(sample.frames))
            let read = try await withFakeModelServer(script) { server async throws in
                try await run(python, ["-c", Self.reader, wire.rawValue, "http://127.0.0.1:\(server.port)"])
            }
            #expect(read["text"]?.string == sample.events.text, "\(sample.name)")
            let calls = read["calls"]?.array ?? []
            #expect(calls.compactMap { $0["name"]?.string } == sample.events.toolCalls.map(\.name), "\(sample.name)")
            for (theirs, ours) in zip(calls, sample.events.toolCalls) {
                #expect(theirs["arguments"] == (try? JSONValue(parsing: ours.arguments)), "\(sample.name)")
            }
            guard let usage = sample.events.usage, let theirs = read["usage"], theirs != .null else { continue }
            #expect(theirs["completion"]?.integer == Int64(usage.completion), "\(sample.name)")
            #expect(theirs["prompt"]?.integer == Int64(usage.prompt), "\(sample.name)")
        }
    }

    /// Runs a program to its end and reads the JSON that it writes.
    private func run(_ program: String, _ arguments: [String]) async throws -> JSONValue {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        let status = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(status == 0, "\(words.suffix(2000))")
        return try JSONValue(parsing: Array(output.fileHandleForReading.readDataToEndOfFile()))
    }

    private static let reader = """
        import json, sys

        kind, address = sys.argv[1:3]
        text, calls, usage = "", {}, None


        def growing(key, name="", arguments=""):
            call = calls.setdefault(key, {"name": "", "arguments": ""})
            call["name"] += name or ""
            call["arguments"] += arguments or ""


        if kind == "chat":
            import openai

            client = openai.OpenAI(base_url=address + "/v1", api_key="k", max_retries=0)
            hello = [{"role": "user", "content": "Hello"}]
            for chunk in client.chat.completions.create(model="m", messages=hello, stream=True):
                if chunk.usage:
                    usage = {"prompt": chunk.usage.prompt_tokens, "completion": chunk.usage.completion_tokens}
                for choice in chunk.choices:
                    text += choice.delta.content or getattr(choice.delta, "refusal", None) or ""
                    for call in choice.delta.tool_calls or []:
                        growing(call.index, call.function.name, call.function.arguments)
                    if choice.finish_reason == "length":
                        calls.clear()
        elif kind == "responses":
            import openai

            client = openai.OpenAI(base_url=address + "/v1", api_key="k", max_retries=0)
            for event in client.responses.create(model="m", input="Hello", stream=True):
                if event.type in ("response.output_text.delta", "response.refusal.delta"):
                    text += event.delta
                elif event.type == "response.output_item.added" and event.item.type == "function_call":
                    growing(event.output_index, event.item.name, event.item.arguments)
                elif event.type == "response.function_call_arguments.delta":
                    growing(event.output_index, "", event.delta)
                elif event.type in ("response.completed", "response.incomplete"):
                    found = event.response.usage
                    if found:
                        usage = {"prompt": found.input_tokens, "completion": found.output_tokens}
                    if event.type == "response.incomplete":
                        calls.clear()
        elif kind == "messages":
            import anthropic

            client = anthropic.Anthropic(base_url=address, api_key="k", max_retries=0)
            hello = [{"role": "user", "content": "Hello"}]
            read = 0
            for event in client.messages.create(model="m", max_tokens=9, messages=hello, stream=True):
                if event.type == "message_start":
                    found = event.message.usage
                    cached = (getattr(found, "cache_read_input_tokens", 0) or 0) + (
                        getattr(found, "cache_creation_input_tokens", 0) or 0)
                    read = found.input_tokens + cached
                elif event.type == "content_block_start" and event.content_block.type == "text":
                    text += event.content_block.text or ""
                elif event.type == "content_block_start" and event.content_block.type == "tool_use":
                    growing(event.index, event.content_block.name)
                elif event.type == "content_block_delta" and event.delta.type == "text_delta":
                    text += event.delta.text
                elif event.type == "content_block_delta" and event.delta.type == "input_json_delta":
                    if event.index in calls:
                        growing(event.index, "", event.delta.partial_json)
                elif event.type == "message_delta":
                    if event.usage:
                        usage = {"prompt": read, "completion": event.usage.output_tokens}
                    if event.delta.stop_reason == "max_tokens":
                        calls.clear()
        elif kind == "gemini":
            from google import genai

            client = genai.Client(api_key="k", http_options=genai.types.HttpOptions(base_url=address))
            for chunk in client.models.generate_content_stream(model="m", contents="Hello"):
                found = chunk.usage_metadata
                if found:
                    usage = {
                        "prompt": found.prompt_token_count or 0,
                        "completion": (found.candidates_token_count or 0) + (found.thoughts_token_count or 0),
                    }
                for candidate in chunk.candidates or []:
                    for part in (candidate.content.parts or []) if candidate.content else []:
                        if part.text and not part.thought:
                            text += part.text
                        if part.function_call:
                            arguments = json.dumps(part.function_call.args or {})
                            growing(len(calls), part.function_call.name, arguments)
        elif kind == "ollama":
            import ollama

            client = ollama.Client(host=address)
            for chunk in client.chat(model="m", messages=[{"role": "user", "content": "Hello"}], stream=True):
                text += chunk.message.content or ""
                for call in chunk.message.tool_calls or []:
                    growing(len(calls), call.function.name, json.dumps(dict(call.function.arguments or {})))
                if chunk.done:
                    usage = {"prompt": chunk.prompt_eval_count or 0, "completion": chunk.eval_count or 0}

        found = [{"name": c["name"], "arguments": json.loads(c["arguments"] or "{}")} for _, c in sorted(calls.items())]
        print(json.dumps({"text": text, "calls": found, "usage": usage}))
        """
}
