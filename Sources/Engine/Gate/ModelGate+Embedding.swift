import Domain
import Store

extension ModelGate {
    /// Whom to ask for vectors, on whose behalf.
    struct EmbeddingOrder: Sendable {
        let company: Company.ID
        /// The embedder that the company's vectors are to be made by; where another one was chosen meanwhile, nobody is asked.
        let embedder: String
        /// The least private kind that the people concerned allow, besides what the company does.
        var limit: PrivacyTier?
    }

    /// The vectors of `texts`, in their order, by the provider that the settings name.
    ///
    /// Each call of at most ``TextVectors/batchLimit`` texts has a run, is counted against the provider's cap, waits for nobody
    /// when the provider has failed often of late, and is paid for before it is made.
    ///
    /// - Throws: ``ModelError``, ``ProviderAway``, ``EmbeddingHeld``, `CancellationError`, ``StoreError``.
    func embed(_ texts: [String], for order: EmbeddingOrder) async throws -> [[Float]] {
        var vectors: [[Float]] = []
        var rest = texts[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(TextVectors.batchLimit))
            rest = rest.dropFirst(batch.count)
            let made = try await embedBatch(batch, order)
            guard made.first?.count == vectors.first?.count || vectors.isEmpty else {
                throw ModelError(.malformed, "The provider's vectors are not of one length.")
            }
            vectors += made
        }
        return vectors
    }

    private func embedBatch(_ texts: [String], _ order: EmbeddingOrder) async throws -> [[Float]] {
        let (health, time, store) = (workplace.health, workplace.time, workplace.store)
        let (provider, model) = try await store.read { try embedder(order, in: $0) }
        let connection = try workplace.providers.embedder(for: provider)
        _ = try await caps.enter(provider.id, cap: provider.concurrencyCap)
        defer { caps.leave(provider.id) }
        if let refusal = health.enter(provider, at: time.now()) { throw ProviderAway(provider: provider, refusal: refusal) }
        let run: Run
        do {
            run = try await store.write { try begin(texts, order, by: provider, model, in: $0) }
        } catch {
            health.leave(provider, at: time.now())
            throw error
        }
        let answer: TextVectors
        var hasAnswered = false
        do {
            answer = try await connection.embed(texts, model: model)
            hasAnswered = true
            try answer.check(count: texts.count)
            if health.succeed(provider) { await noteReturn(of: provider) }
        } catch {
            var ending = RunEnding.putOff("The server was asked to stop.")
            var failure = error as? ModelError
            if var named = failure {
                if let refusal = health.fail(provider, named, at: time.now()) { await noteAbsence(of: provider, refusal) }
                named.message = "\(provider.name): \(named.message)"
                failure = named
                ending = .failed(.model(named.class), message: named.message, partial: "", retryAt: nil)
            } else {
                health.leave(provider, at: time.now())
            }
            // Nobody charges for what was refused, or answered in no format of vectors; what broke off may have been read.
            let isNothing = !hasAnswered && failure?.saysNothingWasRead == true
            let used = totals(isNothing ? 0 : Self.tokens(in: texts), provider, model)
            try await store.write { [ending] in
                try run.endEmbedding(texts: texts.count, totals: used, error: ending, in: $0)
            }
            if let failure { throw failure }
            throw error
        }
        let used = totals(answer.tokens ?? Self.tokens(in: texts), provider, model)
        try await store.write { try run.endEmbedding(texts: texts.count, totals: used, in: $0) }
        return answer.vectors
    }

    /// The provider and model to ask, as the settings and limits are now.
    private func embedder(_ order: EmbeddingOrder, in transaction: any Transaction) throws -> (Provider, String) {
        let company = try Company.require(order.company, in: transaction)
        guard company.status == .running || company.status == .meeting else {
            throw EmbeddingHeld(reason: "The company is paused.")
        }
        let choice = try EmbeddingChoice(for: company, from: workplace.providers, in: transaction)
        guard let provider = choice.provider, choice.embedder == order.embedder else {
            throw EmbeddingHeld(reason: choice.problem ?? "Another embedder was chosen.")
        }
        guard choice.allows(order.limit) else {
            throw EmbeddingHeld(reason: "\(provider.name) may not be told what people said who allow only what is more private.")
        }
        return (provider, choice.model)
    }

    /// Opens the run and reserves what the call may cost, if it still may be made.
    private func begin(
        _ texts: [String], _ order: EmbeddingOrder, by provider: Provider, _ model: String, in transaction: any Transaction
    ) throws -> Run {
        guard try embedder(order, in: transaction) == (provider, model) else {
            throw EmbeddingHeld(reason: "Another embedder was chosen.")
        }
        let tokens = Self.tokens(in: texts)
        let run = try Run.beginEmbedding(
            for: order.company, provider: provider.kind.rawValue, at: provider.id, model: model, tokens: tokens,
            kind: totals(tokens, provider, model).costKind ?? .billed, in: transaction)
        guard let run else { throw EmbeddingHeld(reason: "Nobody works in the company on whose account it could be done.") }
        let policies = try BudgetPolicy.applying(to: run, in: transaction)
        guard policies.contains(where: \.enabled) else { return run }
        guard let worst = worstCase(of: texts, provider, model) else {
            throw EmbeddingHeld(reason: "There is a budget, and what \(model) costs at \(provider.name) is not known.")
        }
        switch try BudgetReservation.reserve(worst, for: run, step: 0, from: policies, in: transaction) {
        case .granted: return run
        case .busy: throw EmbeddingHeld(reason: "What the budget has left is set aside for calls that are under way.")
        case .refused(let shortage): throw EmbeddingHeld(reason: shortage.summary)
        }
    }

    /// What runs on this machine is paid for with it, and what a subscription covers with that: there an unknown price is none.
    private func worstCase(of texts: [String], _ provider: Provider, _ model: String) -> Money? {
        let price = pricing.price(of: model, at: provider.kind)
        guard provider.costKind(of: model, isPriceKnown: price != nil) != .notional else { return .zero }
        guard let price else { return nil }
        let tokens = Self.tokens(in: texts)
        let usage = TokenUsage(prompt: tokens + tokens / 4 + texts.count * 8, completion: 0)
        return try? price.cost(of: usage)  // a cost out of range is as unknown as a missing price
    }

    private func totals(_ tokens: Int, _ provider: Provider, _ model: String) -> RunTotals {
        var totals = RunTotals()
        totals.promptTokens = tokens
        guard tokens > 0 else { return totals }
        let usage = TokenUsage(prompt: tokens, completion: 0)
        let price = pricing.price(of: model, at: provider.kind)
        let cost = try? price?.cost(of: usage)  // a cost out of range is as unknown as a missing price
        totals.cost = cost ?? .zero
        totals.isPriceKnown = cost != nil
        totals.costKind = provider.costKind(of: model, isPriceKnown: cost != nil)
        return totals
    }

    private static func tokens(in texts: [String]) -> Int { texts.reduce(0) { $0 + TokenEstimate.tokens(in: $1) } }
}

/// No provider was asked for vectors, for a reason that is not the provider's.
struct EmbeddingHeld: Error, Hashable, CustomStringConvertible {
    let reason: String

    var description: String { reason }
}
