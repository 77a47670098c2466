import Domain
import Logging
import Store

extension ModelGate {
    /// Asks the model and streams what it says to `onText`; where it does not take the call, the next of its alternates is asked.
    ///
    /// A provider that has failed often of late is not even asked; see ``CircuitBreaker``.
    ///
    /// - Parameters:
    ///   - admission: Whom to ask; afterwards who was asked last.
    ///   - onTurn: Called when the call had to wait for others and its turn has come.
    ///   - onReroute: Called before another provider is asked, with why and whom; it says whether that one may be.
    ///   - onProgress: Called whenever the answer has come on, by text or otherwise.
    /// - Throws: ``ModelError``, ``ProviderAway``, `CancellationError`, what the closures throw; `partial` has what had come by
    ///   then.
    func call(
        _ request: ModelRequest, through admission: inout Admission, partial: inout Answer, onTurn: () async throws -> Void,
        onReroute: (_ error: ModelError, _ from: Admission, _ next: Admission) async throws -> Bool,
        onProgress: () async throws -> Void, onText: (String) async throws -> Void
    ) async throws {
        while true {
            do {
                return try await ask(
                    request, through: admission, partial: &partial, onTurn: onTurn, onProgress: onProgress, onText: onText)
            } catch {
                guard let failure = Self.reasonToMoveOn(error), !partial.hasBegun else { throw error }
                var found: Admission?
                var last = admission
                while found == nil, let next = last.next(for: request) {
                    if try await onReroute(failure, admission, next) { found = next }
                    last = next
                }
                guard let found else { throw error }
                admission = found
            }
        }
    }

    /// Why another provider may be asked at once; `nil` where that would be wrong.
    private static func reasonToMoveOn(_ error: any Error) -> ModelError? {
        if let away = error as? ProviderAway { return away.asFailure }
        guard let failure = error as? ModelError, failure.isWorthAnother else { return nil }
        return failure
    }

    private func ask(
        _ request: ModelRequest, through admission: Admission, partial: inout Answer, onTurn: () async throws -> Void,
        onProgress: () async throws -> Void, onText: (String) async throws -> Void
    ) async throws {
        let (provider, health, time) = (admission.provider, workplace.health, workplace.time)
        var request = request
        request.model = admission.model
        if !admission.seesImages { request.hideImages() }
        let hasWaited = try await caps.enter(provider.id, cap: provider.concurrencyCap)
        defer { caps.leave(provider.id) }
        if hasWaited { try await onTurn() }
        if let refusal = health.enter(provider, at: time.now()) { throw ProviderAway(provider: provider, refusal: refusal) }
        var answer = partial
        var reported: TokenUsage?
        let most = request.maxOutputTokens.map { min($0, 1_000_000) * Self.bytesPerToken }
        func check() throws {
            guard let most, answer.byteCount > most else { return }
            throw ModelError(.tooLong, "The answer was far longer than the \(request.maxOutputTokens ?? 0) tokens asked for.")
        }
        do {
            try await admission.connection.stream(request) { event in
                if !answer.hasBegun {
                    answer.hasBegun = true
                    if health.succeed(provider) { await noteReturn(of: provider) }
                }
                switch event {
                case .text(let text):
                    answer.text += text
                    try check()
                    try await onText(text)
                    try await onProgress()
                case .thought(let words):
                    answer.thoughtTokens += TokenEstimate.tokens(in: words)
                    try await onProgress()
                case .progress: try await onProgress()
                case .toolCall(let call):
                    answer.toolCalls.append(call)
                    try check()
                    try await onProgress()
                case .usage(let usage): reported = usage
                case .finish(let reason): answer.finish = reason
                }
            }
        } catch {
            // Nobody charges for what was refused, nor does whoever answers in no format of models, such as a web page at a wrong
            // address; what broke off was read, and may have been written to an end.
            let isNothing = !answer.hasBegun && (error as? ModelError)?.saysNothingWasRead == true
            partial = isNothing ? answer : priced(answer, reported, isWhole: false, request, admission)
            guard var failure = error as? ModelError else {
                health.leave(provider, at: time.now())
                throw error
            }
            if !answer.hasBegun, let refusal = health.fail(provider, failure, at: time.now()) {
                await noteAbsence(of: provider, refusal)
            }
            failure.message = "\(provider.name): \(failure.message)"
            throw KeyAdvice.adding(to: failure, at: provider.id)
        }
        partial = priced(answer, reported, isWhole: true, request, admission)
    }

    /// No token is so long, and no answer within its limit comes near it.
    private static let bytesPerToken = 64

    func noteAbsence(of provider: Provider, _ refusal: CircuitBreaker.Refusal) async {
        await note { try provider.noteAbsence(refusal, in: $0) }
    }

    func noteReturn(of provider: Provider) async { await note { try provider.noteReturn(in: $0) } }

    /// The call does not fail because it could not be written how the provider fares.
    private func note(_ body: @escaping @Sendable (any Transaction) throws -> Void) async {
        do { try await workplace.store.write(body) } catch {
            workplace.logger.error("It could not be noted how a provider fares.", metadata: ["error": "\(error)"])
        }
    }
}

/// A provider was not even asked, because it has failed too often of late.
struct ProviderAway: Error {
    let provider: Provider
    let refusal: CircuitBreaker.Refusal

    /// The same as a failed call, for people.
    var asFailure: ModelError {
        ModelError(refusal.error.class, "\(provider.name) is left alone for now. \(refusal.error.message)")
    }
}

extension ModelRequest {
    /// Puts words in the place of pictures, for a model that takes none.
    fileprivate mutating func hideImages() {
        for place in messages.indices {
            guard case .image = messages[place] else { continue }
            messages[place] = .user("[A picture is not shown to you: this model takes none.]")
        }
    }
}

extension ModelGate.Answer {
    /// How much was written, text and calls.
    fileprivate var byteCount: Int {
        toolCalls.reduce(text.utf8.count) { $0 + $1.name.utf8.count + $1.arguments.utf8.count }
    }
}
