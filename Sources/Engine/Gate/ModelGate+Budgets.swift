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

    /// Sets aside what may be billed for a run's next call at most, where there is a budget that it counts for.
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

    /// Exchanges what is set aside for a call for what it may cost at another provider, which is to be asked instead.
    ///
    /// - Returns: Whether it may be asked; not where nobody knows what it costs, or a budget has less left.
    /// - Throws: ``StoreError``.
    func mayPay(
        _ run: Run, step: Int, for request: ModelRequest, at next: Admission, in transaction: any Transaction
    ) throws -> Bool {
        let policies = try BudgetPolicy.applying(to: run, in: transaction)
        guard policies.contains(where: \.enabled) else { return true }
        guard let worst = worstCase(of: request, through: next) else { return false }
        return try BudgetReservation.renew(worst, for: run, step: step, from: policies, in: transaction)
    }

    /// The most that can be billed for a call; `nil` when nobody knows.
    ///
    /// What runs on this machine is paid for with it, and what a subscription covers with that: there an unknown price is none.
    func worstCase(of request: ModelRequest, through admission: Admission) -> Money? {
        let price = pricing.price(of: admission.model, at: admission.provider.kind)
        guard admission.provider.costKind(of: admission.model, isPriceKnown: price != nil) != .notional else { return .zero }
        guard let price else { return nil }
        let prompt = request.estimatedTokens
        let images = request.messages.count { if case .image = $0 { true } else { false } }
        let usage = TokenUsage(
            prompt: prompt + prompt / 4 + Self.framing + images * ModelSight.mostTokens(of: admission.model),
            completion: request.maxOutputTokens ?? admission.window.tokens)
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
