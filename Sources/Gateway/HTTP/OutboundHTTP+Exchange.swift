import AsyncHTTPClient
import Domain
import NIOCore
import Synchronization

extension OutboundHTTP {
    /// How long a body that `read` left unfinished may take to end by itself, which saves the connection.
    static let endGrace = Duration.seconds(1)

    /// Sends `request` and lets `read` take in the answer while `clocks` run.
    ///
    /// Everything lives inside the call: when it returns or throws, the exchange is over, and its connection is closed
    /// unless it can be used again.
    ///
    /// - Throws: ``ModelError`` for a failure on the way or a clock that ran out; `CancellationError` when the task was
    ///   cancelled; whatever `read` throws.
    func exchange<Result>(
        _ request: HTTPClientRequest, clocks: StreamClocks, time: any TimeSource,
        _ read: (AnswerReader) async throws -> Result
    ) async throws -> Result {
        let pieces = HandOff<AnswerPiece>()
        let watch = SharedWatch(clocks, time: time)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await pump(request, into: pieces) }
            group.addTask { await Self.run(watch, ending: pieces, time: time) }
            let result = try await read(AnswerReader(pieces: pieces, watch: watch))
            group.addTask {
                try await time.sleep(until: time.now() + Self.endGrace)
                pieces.end(throwing: nil)
            }
            while let piece = try? await pieces.next(), case .bytes = piece {}  // the answer is whole: its end is no matter
            group.cancelAll()
            return result
        }
    }

    private func pump(_ request: HTTPClientRequest, into pieces: HandOff<AnswerPiece>) async {
        var answered = false
        do {
            let response = try await client.execute(request, deadline: .distantFuture)  // the watch ends it in time
            answered = true
            try await pieces.send(.head(AnswerHead(response)))
            var size = 0
            for try await bytes in response.body {
                size += bytes.readableBytes
                guard size <= answerLimit else {
                    throw ModelError(.malformed, "The provider's answer has more than \(answerLimit >> 20) MiB.")
                }
                try await pieces.send(.bytes(Array(bytes.readableBytesView)))
            }
            pieces.end(throwing: nil)
        } catch {
            let wasCancelled = Task.isCancelled || error is CancellationError
            pieces.end(throwing: wasCancelled ? CancellationError() : ModelError(transport: error, answered: answered))
        }
    }

    private static func run(_ watch: SharedWatch, ending pieces: HandOff<AnswerPiece>, time: any TimeSource) async {
        while true {
            let now = time.now()
            if let failure = watch.state.withLock({ $0.failure(at: now) }) {
                pieces.end(throwing: failure)
                return
            }
            let look = watch.state.withLock { $0.nextLook(after: now) }
            do { try await time.sleep(until: look) } catch { return }
        }
    }
}
