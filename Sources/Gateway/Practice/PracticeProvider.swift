package import Domain
import Synchronization

/// A model inside the program that plays any employee by a script, from what the turn offers it.
///
/// The same turn always gets the same answer, no key and no network are needed, and nothing it writes pretends to be the
/// work of a real model. The model name `practice-instant` streams without pauses; a name like `practice+stall` plays a
/// ``PracticeFault``.
package struct PracticeProvider: ModelProvider {
    private let time: any TimeSource
    private let pace: Duration
    private let calls = CallCount()

    /// - Parameter pace: The pause between two pieces of a streamed answer, as a person would see a real model type.
    package init(time: any TimeSource, pace: Duration = .milliseconds(60)) {
        self.time = time
        self.pace = pace
    }

    package func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let plan = PracticeFaultPlan(model: request.model)
        let fault = plan.flatMap { $0.isDue(at: calls.next(of: request.model)) ? $0.fault : nil }
        if let refusal = fault?.refusal { throw refusal }
        let answer = PracticeScript.answer(to: PracticeScene(request))
        let pace = request.model.hasPrefix("practice-instant") ? .zero : pace
        var written = answer.text.utf8.count
        let pieces = Self.pieces(of: answer.text)
        for (index, piece) in pieces.enumerated() {
            if let fault, index >= pieces.count / 2 { try await interrupt(as: fault) }
            try await pause(pace)
            try await onEvent(.text(piece))
        }
        if let fault { try await interrupt(as: fault) }
        // A longer document takes longer to write, but no answer so long that a server that is often ended never gets to its end.
        var patience = 20
        for (index, call) in answer.calls.enumerated() {
            let arguments = call.arguments.description
            written += arguments.utf8.count
            let length = min(patience, 4 + arguments.utf8.count / 80)
            patience -= length
            try await pause(pace * length)
            try await onEvent(
                .toolCall(ToolCall(id: "practice_\(request.messages.count)_\(index)", name: call.tool, arguments: arguments)))
        }
        let usage = TokenUsage(prompt: Self.tokens(request), completion: (written + 3) / 4)
        if let reported = fault.map({ $0.reported(usage) }) ?? usage { try await onEvent(.usage(reported)) }
        try await onEvent(.finish(answer.calls.isEmpty ? .stop : .toolCalls))
    }

    private func interrupt(as fault: PracticeFault) async throws {
        guard let error = fault.interruption else { return }
        if fault == .stall { try await pause(PracticeFault.silence) }
        throw error
    }

    private func pause(_ duration: Duration) async throws {
        try Task.checkCancellation()
        guard duration > .zero else { return }
        try await time.sleep(until: time.now() + duration)
    }

    /// The text in pieces of three words or so, as a provider would send it.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var words = 0
        for character in text {
            piece.append(character)
            if character.isWhitespace { words += 1 }
            if words == 3 {
                pieces.append(piece)
                piece = ""
                words = 0
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func tokens(_ request: ModelRequest) -> Int {
        let bytes = request.messages.reduce(request.system.utf8.count) { sum, message in
            switch message {
            case .user(let text): sum + text.utf8.count
            case .image: sum  // it sees nothing
            case .assistant(let text, let calls): sum + text.utf8.count + calls.reduce(0) { $0 + $1.arguments.utf8.count }
            case .toolResult(_, _, let content, _): sum + content.utf8.count
            }
        }
        return (bytes + 3) / 4
    }
}

/// How often each model was called.
private final class CallCount: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    func next(of model: String) -> Int {
        counts.withLock { counts in
            counts[model, default: 0] += 1
            return counts[model, default: 0]
        }
    }
}
