import Domain
import NIOCore
import Synchronization

/// A model provider on this machine that answers as it is told: the other side of the wire in tests.
///
/// Speaks the chat-completions format under ``baseURL``. Each request takes the next script; when there is none left, the
/// last answer given out of turn counts (``answerOtherwise(_:)``). Everything received is kept.
///
/// ```swift
/// try await withFakeModelServer(.status(429, retryAfter: 2), .text("hello")) { server in
///     …
///     #expect(server.requests.count == 2)
/// }
/// ```
package final class FakeModelServer: Sendable {
    /// A request as it was received.
    package struct Request: Sendable {
        package let method: String
        package let path: String
        /// Names are in lower case.
        package let headers: [String: String]
        /// `nil` when the body was not JSON.
        package let body: JSONValue?
    }

    private struct State {
        var scripts: [Script]
        var otherwise: @Sendable (Request) -> Script = { _ in .text("ok") }
        /// Answers that wait until so many requests have come.
        var held: [EventLoopPromise<Void>] = []
        var together = 0
        var lists: [String: Script] = [:]
        var requests: [Request] = []
        var hangUps = 0
        var waiters: [Waiter] = []
        var port = 0
        var connections: [any Channel] = []
    }

    private struct Waiter {
        let condition: @Sendable (_ requests: Int, _ hangUps: Int) -> Bool
        let signal: AsyncStream<Void>.Continuation
    }

    private let state: Mutex<State>

    init(scripts: [Script]) { state = Mutex(State(scripts: scripts)) }

    package var port: Int { state.withLock(\.port) }

    /// Such as `http://127.0.0.1:40123/v1`.
    package var baseURL: String { "http://127.0.0.1:\(port)/v1" }

    /// Adds answers for the requests to come, one each.
    package func enqueue(_ scripts: Script...) { state.withLock { $0.scripts += scripts } }

    /// Says how to answer when no script is left.
    ///
    /// At first it is the text `ok`.
    package func answerOtherwise(_ script: Script) { answerOtherwise { _ in script } }

    /// The same, where the answer depends on what is asked.
    package func answerOtherwise(_ answer: @escaping @Sendable (Request) -> Script) {
        state.withLock { $0.otherwise = answer }
    }

    /// Holds back the first answers until so many have been asked for.
    package func holdBack(until count: Int) { state.withLock { $0.together = count } }

    /// Says how to answer whoever asks for the list at `path`, its query included.
    ///
    /// At first every such question is answered with ``Script/models``.
    package func list(_ script: Script, at path: String) { state.withLock { $0.lists[path] = script } }

    /// Everything received so far, in order.
    package var requests: [Request] { state.withLock(\.requests) }

    /// How many clients closed the connection while an answer was held back.
    package var hangUps: Int { state.withLock(\.hangUps) }

    /// Returns when so many requests have been received, or the task is cancelled.
    package func waitForRequests(_ count: Int) async { await wait { requests, _ in requests >= count } }

    /// Returns when so many clients have hung up, or the task is cancelled.
    package func waitForHangUps(_ count: Int) async { await wait { _, hangUps in hangUps >= count } }

    func receive(_ request: Request) -> Script {
        state.withLock { state in
            state.requests.append(request)
            Self.wake(&state)
            // Lists of models and the like are not what scripts are for.
            guard request.method == "POST" else { return state.lists[request.path] ?? .models }
            return state.scripts.isEmpty ? state.otherwise(request) : state.scripts.removeFirst()
        }
    }

    /// Keeps `turn` until as many answers are asked for as are to begin together.
    func line(up turn: EventLoopPromise<Void>) {
        let isEnough = state.withLock { state in
            state.held.append(turn)
            return state.held.count >= state.together
        }
        if isEnough { letGo() }
    }

    /// Gives all answers that are held back.
    func letGo() {
        let free = state.withLock { state in
            state.together = 0
            defer { state.held = [] }
            return state.held
        }
        for turn in free { turn.succeed() }
    }

    func noteHangUp() {
        state.withLock { state in
            state.hangUps += 1
            Self.wake(&state)
        }
    }

    func listens(on port: Int) { state.withLock { $0.port = port } }

    func connected(_ channel: any Channel) { state.withLock { $0.connections.append(channel) } }

    /// Every connection there has been.
    var connections: [any Channel] { state.withLock(\.connections) }

    private func wait(until condition: @escaping @Sendable (_ requests: Int, _ hangUps: Int) -> Bool) async {
        let (stream, signal) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        state.withLock { state in
            state.waiters.append(Waiter(condition: condition, signal: signal))
            Self.wake(&state)
        }
        for await _ in stream { break }
    }

    private static func wake(_ state: inout State) {
        let (requests, hangUps) = (state.requests.count, state.hangUps)
        for waiter in state.waiters where waiter.condition(requests, hangUps) { waiter.signal.yield() }
        state.waiters.removeAll { $0.condition(requests, hangUps) }
    }
}
