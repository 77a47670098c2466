import Benchmark
import StreamDecoding

/// A streamed answer of 2,000 pieces of text, decoded from its bytes, in chunks as a socket gives them, in each format.
func streamBenchmarks() {
    let pieces = 2000
    for format in StreamReading.Format.allCases {
        let frames = (0..<pieces).map { format.piece(" word\($0)") } + [format.ending]
        let oneByOne = frames.map { Array($0.utf8) }
        let whole = Array(frames.joined().utf8)
        let bySize = stride(from: 0, to: whole.count, by: 4096).map { Array(whole[$0..<min($0 + 4096, whole.count)]) }
        for (name, chunks) in [("a chunk each", oneByOne), ("chunks of 4 KiB", bySize)] {
            let title = "stream: \(format.rawValue), 2,000 pieces, \(name)"
            Benchmark(title, configuration: .measuring(iterations: 100)) { benchmark in
                try await benchmark.measure(pieces) { blackHole(try StreamReading.events(in: chunks, as: format)) }
            }
        }
    }
}

extension StreamReading.Format {
    /// A piece of text as the makers send it, with all that they put around it.
    fileprivate func piece(_ text: String) -> String {
        switch self {
        case .chat:
            #"data: {"id":"chatcmpl-9rXk2","object":"chat.completion.chunk","created":1764000000,"model":"bench-1","#
                + #""system_fingerprint":"fp_44709d6fcb","choices":[{"index":0,"delta":{"content":"\#(text)"},"#
                + #""logprobs":null,"finish_reason":null}]}"# + "\n\n"
        case .responses:
            "event: response.output_text.delta\n" + #"data: {"type":"response.output_text.delta","sequence_number":41,"#
                + #""item_id":"msg_68a1","output_index":1,"content_index":0,"delta":"\#(text)","logprobs":[]}"# + "\n\n"
        case .messages:
            "event: content_block_delta\n" + #"data: {"type":"content_block_delta","index":0,"#
                + #""delta":{"type":"text_delta","text":"\#(text)"}}"# + "\n\n"
        case .gemini:
            #"data: {"candidates":[{"content":{"parts":[{"text":"\#(text)"}],"role":"model"},"index":0}],"#
                + #""usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":5,"totalTokenCount":14},"#
                + #""modelVersion":"bench-1","responseId":"x9k2"}"# + "\r\n\r\n"
        case .ollama:
            #"{"model":"bench-1","created_at":"2026-01-01T00:00:00.000000Z","#
                + #""message":{"role":"assistant","content":"\#(text)"},"done":false}"# + "\n"
        }
    }

    /// What ends the answer.
    fileprivate var ending: String {
        switch self {
        case .chat: #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"
        case .responses: #"data: {"type":"response.completed","response":{"status":"completed"}}"# + "\n\n"
        case .messages:
            #"data: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}"# + "\n\n"
                + #"data: {"type":"message_stop"}"# + "\n\n"
        case .gemini: #"data: {"candidates":[{"finishReason":"STOP"}]}"# + "\r\n\r\n"
        case .ollama: #"{"message":{"content":""},"done":true,"done_reason":"stop"}"# + "\n"
        }
    }
}
