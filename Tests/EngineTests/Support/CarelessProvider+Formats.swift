import Domain
import TestSupport

@testable import Engine

extension CarelessProvider {
    /// A stream of chat completions.
    func chat(_ manner: Manner, _ words: [String], _ usage: TokenUsage) -> [Frame] {
        typealias Script = FakeModelServer.Script
        func count(_ usage: TokenUsage) -> Frame {
            Frame(data: ["object": "chat.completion.chunk", "choices": [], "usage": Script.json(of: usage)], usage: usage)
        }
        let text = words.map { Frame(data: Script.delta(["content": .string($0)]), text: $0) }
        let finish = Frame(data: Script.finish("stop"))
        let done = Frame(data: "[DONE]", isEnd: true)
        switch manner {
        case .well, .hangsUp: return text + [finish, count(usage), done]
        case .countsTwice: return [count(usage.early)] + text + [finish, count(usage), count(usage), done]
        case .endsTwice: return text + [finish, finish, count(usage), done, done, count(usage.tenfold), finish, done]
        case .countsNothing: return text + [finish, done]
        case .endsFirst: return [count(usage), finish] + text + [done]
        case .breaksOff: return text + [finish]
        case .breaksOffCounting: return [count(usage.early)] + text + [count(usage), finish]
        }
    }

    /// A stream of the Messages format.
    func messages(_ manner: Manner, _ words: [String], _ usage: TokenUsage) -> [Frame] {
        let isSilent = manner == .countsNothing
        func start(_ usage: TokenUsage) -> Frame {
            let counts: JSONValue = [
                "input_tokens": .integer(Int64(usage.prompt - usage.cacheRead - usage.cacheWrite)),
                "cache_read_input_tokens": .integer(Int64(usage.cacheRead)),
                "cache_creation_input_tokens": .integer(Int64(usage.cacheWrite)), "output_tokens": 1,
            ]
            let message: JSONValue = ["role": "assistant", "content": [], "usage": isSilent ? .null : counts]
            return Frame(data: ["type": "message_start", "message": message], usage: isSilent ? nil : usage.early)
        }
        func end(_ usage: TokenUsage) -> Frame {
            let counts: JSONValue = isSilent ? .null : ["output_tokens": .integer(Int64(usage.completion))]
            return Frame(
                data: ["type": "message_delta", "delta": ["stop_reason": "end_turn"], "usage": counts],
                usage: isSilent ? nil : usage)
        }
        let block: JSONValue = ["type": "content_block_start", "index": 0, "content_block": ["type": "text", "text": ""]]
        let text =
            [Frame(data: block)]
            + words.map { word in
                let delta: JSONValue = ["type": "text_delta", "text": .string(word)]
                return Frame(data: ["type": "content_block_delta", "index": 0, "delta": delta], text: word)
            } + [Frame(data: ["type": "content_block_stop", "index": 0])]
        let stop = Frame(data: ["type": "message_stop"], isEnd: true)
        switch manner {
        case .well, .hangsUp, .countsNothing: return [start(usage)] + text + [end(usage), stop]
        case .countsTwice: return [start(usage), start(usage)] + text + [end(usage.early), end(usage), stop]
        case .endsTwice: return [start(usage)] + text + [end(usage), end(usage), stop, stop, end(usage.tenfold), stop]
        case .endsFirst: return [start(usage), end(usage)] + text + [stop]
        case .breaksOff, .breaksOffCounting: return [start(usage)] + text + [end(usage)]
        }
    }
}

extension TokenUsage {
    /// As it is counted when nothing has been written yet.
    fileprivate var early: TokenUsage {
        var usage = self
        usage.completion = 1
        return usage
    }

    fileprivate var tenfold: TokenUsage { TokenUsage(prompt: prompt * 10, completion: completion * 10) }
}

extension ModelRequest {
    /// What was asked, read back from what came over the wire.
    init(readFrom body: JSONValue) {
        let entries = body["messages"]?.array ?? []
        var system = body["system"]?.array?.compactMap { $0["text"]?.string }.joined() ?? ""
        var messages: [ModelMessage] = []
        for entry in entries {
            let texts = entry["content"]?.array?.compactMap { $0["text"]?.string } ?? [entry["content"]?.string ?? ""]
            switch entry["role"]?.string {
            case "system": system = texts.joined()
            case "assistant": messages.append(.assistant(text: texts.joined(), toolCalls: []))
            default: messages += texts.map(ModelMessage.user)
            }
        }
        let tools = (body["tools"]?.array ?? []).map { entry in
            let tool = entry["function"] ?? entry
            return ToolSpecification(
                name: tool["name"]?.string ?? "", description: tool["description"]?.string ?? "",
                parameters: tool["parameters"] ?? tool["input_schema"] ?? .null)
        }
        self.init(model: body["model"]?.string ?? "", system: system, messages: messages, tools: tools)
    }

    /// The last number behind a numero sign in what was said.
    var latestNumber: Int {
        for case .user(let text) in messages.reversed() {
            guard let sign = text.lastIndex(of: "№") else { continue }
            return Int(text[text.index(after: sign)...].prefix { $0.isNumber }) ?? 0
        }
        return 0
    }
}
