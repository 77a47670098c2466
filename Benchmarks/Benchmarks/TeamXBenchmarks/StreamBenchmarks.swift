import Benchmark
import StreamDecoding

/// A streamed answer of 2,000 pieces of text, decoded from its bytes, in chunks as a socket gives them.
func streamBenchmarks() {
    let pieces = 2000
    let body = (0..<pieces).map { number in
        #"data: {"id":"chatcmpl-9rXk2","object":"chat.completion.chunk","created":1764000000,"model":"bench-1","#
            + #""system_fingerprint":"fp_44709d6fcb","choices":[{"index":0,"delta":{"content":" word\#(number)"},"#
            + #""logprobs":null,"finish_reason":null}]}"# + "\n\n"
    }
    let end = #"data: {"id":"chatcmpl-9rXk2","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"
    let oneByOne = (body + [end]).map { Array($0.utf8) }
    let whole = Array((body + [end]).joined().utf8)
    let bySize = stride(from: 0, to: whole.count, by: 4096).map { Array(whole[$0..<min($0 + 4096, whole.count)]) }

    for (name, chunks) in [("a chunk each", oneByOne), ("chunks of 4 KiB", bySize)] {
        Benchmark("stream: 2,000 pieces, \(name)", configuration: .measuring(iterations: 100)) { benchmark in
            try await benchmark.measure(pieces) { blackHole(try StreamReading.events(in: chunks)) }
        }
    }
}
