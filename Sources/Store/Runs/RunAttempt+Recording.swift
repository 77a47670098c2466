package import Domain

extension RunAttempt {
    /// Notes that a provider did not take a call of a run, and that another is asked from now on.
    ///
    /// - Parameters:
    ///   - next: Who is asked instead.
    ///   - model: The model that is asked there.
    /// - Returns: The run as it goes on.
    /// - Throws: ``StoreError``.
    package static func record(
        _ error: ModelError, by provider: Provider, in run: Run, step: Int, next: Provider, model: String,
        of work: WakeupRequest, _ transaction: any Transaction
    ) throws -> Run {
        let place: Int = try transaction.value("SELECT count(*) FROM run_attempts WHERE run_id = \(run.id)") ?? 0
        let attempt = RunAttempt(
            runID: run.id, place: place, step: step, providerID: provider.id, provider: provider.kind.rawValue, model: run.model,
            errorClass: error.class.rawValue, error: error.message, nextProviderID: next.id, failedAt: transaction.now)
        try transaction.insert(attempt)
        var run = run
        run.provider = next.kind.rawValue
        run.model = model
        run.providerID = next.id
        try transaction.execute(
            "UPDATE runs SET provider = \(run.provider), provider_id = \(next.id), model = \(model) WHERE id = \(run.id)")
        // The provider's cap counts those who are at work with it.
        try transaction.execute("UPDATE agent_wakeup_requests SET provider_id = \(next.id) WHERE id = \(work.id)")
        try transaction.record(
            RunRerouted(
                runID: run.id, employeeID: work.agentID, step: step, providerID: provider.id, model: attempt.model,
                nextProviderID: next.id, nextModel: model, errorClass: error.class.rawValue, error: error.message),
            company: work.companyID, by: .orchestrator)
        return run
    }

    /// What providers did not take of a run, in order.
    package static func list(of run: Run.ID, in transaction: any Transaction) throws -> [RunAttempt] {
        try transaction.select("WHERE run_id = \(run) ORDER BY place")
    }
}
