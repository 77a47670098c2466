import Domain
import Store

/// The one way to a model: who may be asked, how many calls go on at a time, what a call costs.
struct ModelGate: Sendable {
    private let workplace: Workplace
    private let caps = CallCaps()

    init(_ workplace: Workplace) { self.workplace = workplace }

    var pricing: any Pricing { workplace.pricing }

    /// A model that may be asked on behalf of an employee, and those to ask instead when it does not take a call.
    struct Admission: Sendable {
        let provider: Provider
        let model: String
        let connection: any ModelProvider
        var alternates: [Admission] = []

        /// The first of the others that can take in what is asked.
        func next(for request: ModelRequest) -> Admission? {
            let needed = request.estimatedTokens + (request.maxOutputTokens ?? 0)
            guard let place = alternates.firstIndex(where: { $0.window.tokens >= needed }) else { return nil }
            var next = alternates[place]
            next.alternates = Array(alternates[(place + 1)...])
            return next
        }
    }

    /// What a call came to.
    struct Answer: Hashable, Sendable {
        var text = ""
        var toolCalls: [ToolCall] = []
        var usage: TokenUsage
        var finish: FinishReason?
        var cost: Money
        var isPriceKnown: Bool
        var costKind = CostKind.billed

        /// Whether anything was used.
        var isAnything: Bool { usage.prompt > 0 || usage.completion > 0 }
    }

    /// Chooses the providers and models for an employee, as ``ModelChoice/chain(for:of:role:)`` does.
    ///
    /// - Throws: ``ModelError`` when the first choice cannot be used, also when its privacy tier is above what is allowed.
    func admit(_ employee: Employee, of company: Company, in transaction: any Transaction) throws -> Admission {
        let role = workplace.roles.role(of: employee)
        let choice = try ModelChoice(for: workplace.providers, in: transaction)
        let chain = try choice.chain(for: employee.providerWish, of: company, role: role)
        let limit = choice.limit(for: employee.providerWish, of: company)
        var admissions: [Admission] = []
        for (place, row) in chain.enumerated() {
            let isFirst = place == 0
            // The company's model is one of the company's provider; another one need not know it. Nor need it know the employee's.
            let isNobodys = isFirst && employee.providerPref == nil
            let isCompanys = company.defaultProvider.map { row.isCalled($0.rawValue) } ?? isNobodys
            let model =
                (isFirst ? employee.modelPref : nil) ?? role.flatMap { row.model(of: $0.preferredModelTier) }
                ?? (isCompanys ? company.defaultModel : nil) ?? row.defaultModel
            guard let model else {
                guard isFirst else { continue }
                throw ModelError(
                    .invalidRequest,
                    "No model is chosen for \(row.name): set default_model on the provider or model on the company.")
            }
            guard row.tier(of: model) <= limit else {
                guard isFirst else { continue }
                throw ModelError(
                    .invalidRequest,
                    "\(row.name) passes what is said to \(model) on to servers elsewhere; only \(limit.rawValue) is allowed.")
            }
            do {
                admissions.append(Admission(provider: row, model: model, connection: try workplace.providers.provider(for: row)))
            } catch  where !isFirst {}  // the chain is shorter by it
        }
        var first = admissions.removeFirst()
        first.alternates = admissions
        return first
    }

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
                let failure = (error as? ProviderAway)?.asFailure ?? (error as? ModelError)
                guard let failure, failure.isWorthAnother, partial.byteCount == 0 else { throw error }
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

    private func ask(
        _ request: ModelRequest, through admission: Admission, partial: inout Answer, onTurn: () async throws -> Void,
        onProgress: () async throws -> Void, onText: (String) async throws -> Void
    ) async throws {
        let (provider, health, time) = (admission.provider, workplace.health, workplace.time)
        var request = request
        request.model = admission.model
        let hasWaited = try await caps.enter(provider.id, cap: provider.concurrencyCap)
        defer { caps.leave(provider.id) }
        if hasWaited { try await onTurn() }
        if let refusal = health.enter(provider, at: time.now()) {
            throw ProviderAway(provider: provider, refusal: refusal)
        }
        var hasAnswered = false
        func heard() {
            guard !hasAnswered else { return }
            hasAnswered = true
            health.succeed(provider)
        }
        var answer = partial
        var reported: TokenUsage?
        let most = request.maxOutputTokens.map { min($0, 1_000_000) * Self.bytesPerToken }
        func check() throws {
            guard let most, answer.byteCount > most else { return }
            throw ModelError(.tooLong, "The answer was far longer than the \(request.maxOutputTokens ?? 0) tokens asked for.")
        }
        do {
            try await admission.connection.stream(request) { event in
                heard()
                switch event {
                case .text(let text):
                    answer.text += text
                    try check()
                    try await onText(text)
                    try await onProgress()
                case .progress, .thought: try await onProgress()
                case .toolCall(let call):
                    answer.toolCalls.append(call)
                    try check()
                    try await onProgress()
                case .usage(let usage): reported = usage
                case .finish(let reason): answer.finish = reason
                }
            }
        } catch {
            // Nobody charges for what was refused; what broke off may have been read.
            let isNothing = reported == nil && answer.byteCount == 0 && (error as? ModelError)?.isRefusal == true
            partial = isNothing ? answer : priced(answer, reported, request, admission)
            guard var failure = error as? ModelError else {
                health.leave(provider, at: time.now())
                throw error
            }
            if !hasAnswered { health.fail(provider, failure, at: time.now()) }
            failure.message = "\(provider.name): \(failure.message)"
            throw failure
        }
        heard()
        partial = priced(answer, reported, request, admission)
    }

    /// Where the provider reported no usage, or one that cannot be, ``TokenEstimate`` says what there was.
    private func priced(_ answer: Answer, _ reported: TokenUsage?, _ request: ModelRequest, _ admission: Admission) -> Answer {
        var answer = answer
        // What was counted is an estimate that errs upwards; no answer has more tokens than were asked for.
        let most = request.maxOutputTokens ?? .max
        answer.usage =
            reported.flatMap(\.credible)
            ?? TokenUsage(prompt: request.estimatedTokens, completion: min(answer.estimatedTokens, most))
        let price = workplace.pricing.price(of: admission.model, at: admission.provider.kind)
        let cost = try? price?.cost(of: answer.usage)  // a cost out of range is as unknown as a missing price
        answer.cost = cost ?? .zero
        answer.isPriceKnown = cost != nil
        answer.costKind = admission.provider.costKind(of: admission.model, isPriceKnown: cost != nil)
        return answer
    }

    /// No token is so long, and no answer within its limit comes near it.
    private static let bytesPerToken = 64
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

extension ModelGate.Answer {
    /// Nothing yet.
    init() { self.init(usage: TokenUsage(prompt: 0, completion: 0), cost: .zero, isPriceKnown: true) }

    fileprivate var estimatedTokens: Int {
        toolCalls.reduce(TokenEstimate.tokens(in: text)) { $0 + $1.estimatedTokens }
    }

    /// How much was written, text and calls.
    fileprivate var byteCount: Int {
        toolCalls.reduce(text.utf8.count) { $0 + $1.name.utf8.count + $1.arguments.utf8.count }
    }
}

extension TokenUsage {
    /// The same, unless no call can have had so many or so few tokens.
    fileprivate var credible: TokenUsage? {
        let range = 0...100_000_000
        return range.contains(prompt) && range.contains(completion) ? self : nil
    }
}
