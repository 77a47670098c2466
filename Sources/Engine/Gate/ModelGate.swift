import Domain
import Store

/// The one way to a model: who may be asked, how many calls go on at a time, what a call costs.
struct ModelGate: Sendable {
    private let workplace: Workplace
    private let caps = CallCaps()

    init(_ workplace: Workplace) { self.workplace = workplace }

    /// A model that may be asked on behalf of an employee.
    struct Admission: Sendable {
        let provider: Provider
        let model: String
        let connection: any ModelProvider
    }

    /// What a call came to.
    struct Answer: Hashable, Sendable {
        var text = ""
        var toolCalls: [ToolCall] = []
        var usage: TokenUsage
        var finish: FinishReason?
        var cost: Money
        var isPriceKnown: Bool
    }

    /// Chooses the provider and model for an employee: their own, else the company's, else the first provider that has what
    /// it needs, and the practice model only where there is no other.
    ///
    /// - Throws: ``ModelError`` when the choice cannot be used, also when its privacy tier is above what is allowed.
    func admit(_ employee: Employee, of company: Company, in transaction: any Transaction) throws -> Admission {
        let choice = try ModelChoice(for: workplace.providers, in: transaction)
        let row = try choice.provider(for: employee.providerPref, of: company)
        // The company's model is one of the company's provider; another one need not know it.
        let isCompanys = company.defaultProvider.map { row.isCalled($0.rawValue) } ?? (employee.providerPref == nil)
        guard let model = employee.modelPref ?? (isCompanys ? company.defaultModel : nil) ?? row.defaultModel else {
            throw ModelError(
                .invalidRequest, "No model is chosen for \(row.name): set default_model on the provider or model on the company.")
        }
        return Admission(provider: row, model: model, connection: try workplace.providers.provider(for: row))
    }

    /// Asks the model and streams what it says to `onText`.
    ///
    /// - Parameters:
    ///   - onTurn: Called when the call had to wait for others and its turn has come.
    ///   - onProgress: Called whenever the answer has come on, by text or otherwise.
    /// - Throws: ``ModelError``, `CancellationError`, what the closures throw; `partial` has what had come by then.
    func call(
        _ request: ModelRequest, through admission: Admission, partial: inout Answer, onTurn: () async throws -> Void,
        onProgress: () async throws -> Void, onText: (String) async throws -> Void
    ) async throws {
        let provider = admission.provider
        let hasWaited = try await caps.enter(provider.id, cap: provider.concurrencyCap)
        defer { caps.leave(provider.id) }
        if hasWaited { try await onTurn() }
        var answer = partial
        var reported: TokenUsage?
        let most = request.maxOutputTokens.map { min($0, 1_000_000) * Self.bytesPerToken }
        func check() throws {
            guard let most, answer.byteCount > most else { return }
            throw ModelError(.tooLong, "The answer was far longer than the \(request.maxOutputTokens ?? 0) tokens asked for.")
        }
        do {
            try await admission.connection.stream(request) { event in
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
            partial = priced(answer, isNothing ? TokenUsage(prompt: 0, completion: 0) : reported, request, admission)
            guard var failure = error as? ModelError else { throw error }
            failure.message = "\(provider.name): \(failure.message)"
            throw failure
        }
        partial = priced(answer, reported, request, admission)
    }

    /// Where the provider reported no usage, ``TokenEstimate`` says what there was.
    private func priced(_ answer: Answer, _ reported: TokenUsage?, _ request: ModelRequest, _ admission: Admission) -> Answer {
        var answer = answer
        answer.usage = reported ?? TokenUsage(prompt: request.estimatedTokens, completion: answer.estimatedTokens)
        guard let price = workplace.pricing.price(of: admission.model, at: admission.provider.kind),
            let cost = try? price.cost(of: answer.usage)  // a cost out of range is as unknown as a missing price
        else {
            answer.isPriceKnown = false
            return answer
        }
        answer.cost = cost
        return answer
    }

    /// No token is so long, and no answer within its limit comes near it.
    private static let bytesPerToken = 64
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
