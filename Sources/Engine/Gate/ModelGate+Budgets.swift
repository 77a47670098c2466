import Domain
import Store

extension ModelGate {
    /// Whether a call may be made as far as money is concerned.
    enum Room: Sendable {
        case granted
        /// Not before calls that are under way have given back what they do not need.
        case busy
        /// Not at all for now; the run ends thus.
        case refused(RunEnding)
    }

    /// Sets aside what a run's next call may cost at most, where there is a budget that it counts for.
    ///
    /// - Parameter request: What will be asked; not made up where there is no budget.
    /// - Throws: ``StoreError``.
    func reserve(
        for run: Run, step: Int, through admission: Admission, in transaction: any Transaction, request: () -> ModelRequest
    ) throws -> Room {
        let policies = try BudgetPolicy.applying(to: run, in: transaction)
        guard policies.contains(where: \.enabled) else { return .granted }
        return try reserve(
            worstCase(of: request(), through: admission), for: run, step: step, from: policies, through: admission,
            in: transaction)
    }

    /// The same, where it is known what the call may cost, or that nobody knows.
    func reserve(
        _ worst: Money?, for run: Run, step: Int, from policies: [BudgetPolicy], through admission: Admission,
        in transaction: any Transaction
    ) throws -> Room {
        guard policies.contains(where: \.enabled) else { return .granted }
        guard let worst else {
            return .refused(
                .failed(
                    .priceUnknown,
                    message: "There is a budget, and what \(admission.model) costs at \(admission.provider.name) is not known. "
                        + "Choose a model with a known price, or take the budget away.", partial: "", retryAt: nil))
        }
        switch try BudgetReservation.reserve(worst, for: run, step: step, from: policies, in: transaction) {
        case .granted: return .granted
        case .busy: return .busy
        case .refused(let shortage): return .refused(.overBudget(shortage))
        }
    }

    /// The most that a call can cost at list price, whoever of those that may be asked takes it; `nil` when nobody knows what the
    /// first of them costs.
    func worstCase(of request: ModelRequest, through admission: Admission) -> Money? {
        guard let first = worstCase(of: request, at: admission) else { return nil }
        return admission.alternates.compactMap { worstCase(of: request, at: $0) }.reduce(first, max)
    }

    /// Whether a run may go on with this one of its alternates as far as money is concerned: what it may cost is reserved, unless
    /// nobody knows what it costs.
    func mayMove(_ run: Run, to next: Admission, for request: ModelRequest, in transaction: any Transaction) throws -> Bool {
        if worstCase(of: request, at: next) != nil { return true }
        return try !BudgetPolicy.applying(to: run, in: transaction).contains(where: \.enabled)
    }

    /// What runs on this machine is paid for with it, so there an unknown price is none.
    private func worstCase(of request: ModelRequest, at admission: Admission) -> Money? {
        guard let price = pricing.price(of: admission.model, at: admission.provider.kind) else {
            return admission.provider.privacyTier == .local || admission.provider.kind == .practice ? .zero : nil
        }
        let prompt = request.estimatedTokens
        let usage = TokenUsage(
            prompt: prompt + prompt / 4 + Self.framing, completion: request.maxOutputTokens ?? admission.window.tokens)
        return try? price.worst.cost(of: usage)  // a cost out of range is as unknown as a missing price
    }

    /// What formats put around a request, in tokens, beyond a quarter of it.
    private static let framing = 256
}

extension ModelPrice {
    /// The same, but everything read costs as much as the dearest kind of it.
    fileprivate var worst: ModelPrice {
        ModelPrice(
            input: [input, cacheRead, cacheWrite].compactMap { $0 }.max() ?? input, output: output, perRequest: perRequest)
    }
}
