import Domain
import Synchronization

/// A model that begins to speak and then says nothing more until its task is cancelled, for as many calls as it is told; after
/// that it says what a script says.
final class HangingModel: ModelProvider {
    private struct State {
        var left: Int
        var requests: [ModelRequest] = []
        var ended = 0
    }

    private let words: String
    private let next: any ModelProvider
    private let state: Mutex<State>

    init(_ words: String = "I was about to say", times: Int = 1, then next: any ModelProvider) {
        self.words = words
        self.next = next
        state = Mutex(State(left: times))
    }

    /// What it was asked while it hung.
    var requests: [ModelRequest] { state.withLock(\.requests) }

    /// How many of its calls were cut off.
    var ended: Int { state.withLock(\.ended) }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let hangs = state.withLock { state in
            state.left -= 1
            if state.left >= 0 { state.requests.append(request) }
            return state.left >= 0
        }
        guard hangs else { return try await next.stream(request, onEvent: onEvent) }
        if !words.isEmpty { try await onEvent(.text(words)) }
        let (stream, _) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        for await _ in stream {}
        state.withLock { $0.ended += 1 }
        throw CancellationError()
    }
}
