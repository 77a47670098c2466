import Domain
import Synchronization

/// A model that answers only when as many are asked at the same time as it waits for, or nobody else will ask.
final class TogetherModel: ModelProvider {
    private struct State {
        var left: Int
        var inside: [String] = []
        var waiting: [CheckedContinuation<Void, Never>] = []
        var most = 0
        var mostOfOne = 0
    }

    private let together: Int
    private let state: Mutex<State>

    /// - Parameters:
    ///   - together: How many it waits for.
    ///   - calls: How many calls there will be.
    init(_ together: Int, of calls: Int) {
        self.together = together
        state = Mutex(State(left: calls))
    }

    /// The most that were asked at the same time.
    var most: Int { state.withLock(\.most) }

    /// The most of a single employee that were asked at the same time.
    var mostOfOne: Int { state.withLock(\.mostOfOne) }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let who = request.system
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state in
                state.left -= 1
                state.inside.append(who)
                state.most = max(state.most, state.inside.count)
                state.mostOfOne = max(state.mostOfOne, state.inside.count { $0 == who })
                state.waiting.append(continuation)
                guard state.waiting.count >= together || state.left == 0 else { return [CheckedContinuation<Void, Never>]() }
                defer { state.waiting = [] }
                return state.waiting
            }
            for one in ready { one.resume() }
        }
        for _ in 0..<50 { await Task.yield() }  // room for one too many to come in
        state.withLock { state in
            if let place = state.inside.firstIndex(of: who) { state.inside.remove(at: place) }
        }
        try await onEvent(.text("Done."))
        try await onEvent(.finish(.stop))
    }
}
