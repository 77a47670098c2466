import Domain
import TestSupport
import Testing

@testable import Gateway

/// Each format that is spoken, with what the suites for all of them need to know of it.
enum Wire: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case chat
    case responses
    case messages
    case gemini
    case ollama

    var testDescription: String { rawValue }

    var format: any WireFormat {
        switch self {
        case .chat: OpenAIFormat(dialect: .compatible)
        case .responses: OpenAIFormat(dialect: .openAI, api: .responses)
        case .messages: AnthropicFormat()
        case .gemini: GoogleFormat()
        case .ollama: OllamaFormat()
        }
    }

    var contentType: String {
        switch self {
        case .gemini, .messages: "text/event-stream"
        case .chat, .responses: "text/event-stream; charset=utf-8"
        case .ollama: "application/x-ndjson"
        }
    }

    /// Streams of this format and what they mean.
    var samples: [WireSample] {
        switch self {
        case .chat: WireSample.chat
        case .responses: WireSample.responses
        case .messages: WireSample.messages
        case .gemini: WireSample.gemini
        case .ollama: WireSample.ollama
        }
    }

    /// A short answer that reports `count` as the number of tokens read.
    func counting(_ count: String) -> [String] {
        switch self {
        case .chat:
            [
                #"{"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}"#,
                #"{"choices":[],"usage":{"prompt_tokens":COUNT,"completion_tokens":2}}"#,
            ].map { $0.replacingCount(with: count) }
        case .responses:
            [
                #"{"type":"response.output_text.delta","output_index":0,"delta":"Hi"}"#,
                #"{"type":"response.completed","response":{"status":"completed","usage":{"input_tokens":COUNT,"output_tokens":2}}}"#,
            ].map { $0.replacingCount(with: count) }
        case .messages:
            [
                #"{"type":"message_start","message":{"usage":{"input_tokens":COUNT,"output_tokens":1}}}"#,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}"#,
                #"{"type":"message_stop"}"#,
            ].map { $0.replacingCount(with: count) }
        case .gemini:
            [
                #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":COUNT,"candidatesTokenCount":2}}"#
            ].map { $0.replacingCount(with: count) }
        case .ollama:
            [
                #"{"message":{"role":"assistant","content":"Hi"},"done":false}"#,
                #"{"message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","prompt_eval_count":COUNT,"eval_count":2}"#,
            ].map { $0.replacingCount(with: count) }
        }
    }

    /// Pieces that no version of the format has, or that say nothing.
    var strangers: [String] {
        switch self {
        case .chat: [#"{"object":"chat.completion.chunk","choices":[]}"#, #"{"choices":[{"index":7,"delta":{"content":"No"}}]}"#]
        case .responses: [#"{"type":"response.hologram.delta","delta":"No"}"#, #"{"type":"keepalive","sequence_number":3}"#]
        case .messages:
            [
                #"{"type":"ping"}"#, #"{"type":"hologram","text":"No"}"#,
                #"{"type":"content_block_start","index":90,"content_block":{"type":"hologram"}}"#,
                #"{"type":"content_block_delta","index":90,"delta":{"type":"input_json_delta","partial_json":"No"}}"#,
                #"{"type":"content_block_delta","index":90,"delta":{"type":"hologram_delta","text":"No"}}"#,
            ]
        case .gemini: [#"{"modelVersion":"x"}"#, #"{"candidates":[{"index":7,"content":{"parts":[{"text":"No"}]}}]}"#]
        case .ollama: [#"{"model":"x","status":"loading"}"#, #"{"message":{"role":"assistant","hologram":"No"},"done":false}"#]
        }
    }

    /// The pieces as they go over the wire.
    func body(_ frames: [String]) -> [UInt8] { Array(frames.map(wrapped).joined().utf8) }

    func wrapped(_ frame: String) -> String {
        switch self {
        case .ollama: return frame + "\n"
        case .messages, .responses:
            let type = (try? JSONValue(parsing: frame))?["type"]?.string ?? "x"  // what is damaged has no name
            return "event: \(type)\ndata: \(frame)\n\n"
        case .chat: return "data: \(frame)\n\n"
        case .gemini: return "data: \(frame)\r\n\r\n"
        }
    }

    func decoder(contentType: String? = nil) throws(ModelError) -> BodyDecoder {
        let call = format.call(for: .greeting, quote: Quotation())
        return try BodyDecoder(contentType: contentType ?? self.contentType, framing: call.framing, answer: call.decoder)
    }

    /// What `body` means when it comes so many bytes at a time.
    func decode(_ body: [UInt8], every size: Int = .max, contentType: String? = nil) -> WireOutcome {
        var events: [ModelEvent] = []
        do throws(ModelError) {
            var decoder = try decoder(contentType: contentType)
            var rest = body[...]
            while !rest.isEmpty, !decoder.isDone {
                let piece = rest.prefix(size)
                try decoder.feed(Array(piece), into: &events)
                rest = rest.dropFirst(piece.count)
            }
            events += try decoder.end()
            return WireOutcome(events: events, failure: nil)
        } catch {
            return WireOutcome(events: events, failure: error)
        }
    }
}

/// What came of an answer: its events, and the failure that ended them.
struct WireOutcome: Hashable, Sendable {
    var events: [ModelEvent]
    var failure: ModelError?
}

/// A stream as a maker's documentation describes it, and what it means.
struct WireSample: Sendable, CustomTestStringConvertible {
    let name: String
    let frames: [String]
    let events: [ModelEvent]
    /// The class of the failure that ends it, if one does.
    var failure: ModelError.Class?

    init(_ name: String, _ frames: [String], _ events: [ModelEvent], failure: ModelError.Class? = nil) {
        self.name = name
        self.frames = frames
        self.events = events
        self.failure = failure
    }

    var testDescription: String { name }
}

extension String {
    fileprivate func replacingCount(with count: String) -> String {
        guard let place = firstRange(of: "COUNT") else { return self }
        return self[..<place.lowerBound] + count + self[place.upperBound...]
    }
}
