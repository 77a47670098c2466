import Domain
import Store

extension ModelGate {
    /// Moves a run on to the next of those that may be asked.
    ///
    /// - Parameters:
    ///   - step: The step of the run that the call is for.
    ///   - error: Why the one before did not take the call.
    /// - Returns: The run as it goes on; `nil` where it may not: it is stopped or held up, the next one may not hear it any more, or
    ///   nobody knows what that one costs and there is a budget.
    /// - Throws: ``LostClaim``, ``StoreError``.
    func move(
        _ run: Run, of work: WakeupRequest, step: Int, after error: ModelError, from last: Admission, to next: Admission,
        _ request: ModelRequest
    ) async throws -> Run? {
        try await workplace.store.write { transaction in
            guard let bearing = try work.bearing(in: transaction) else { throw LostClaim() }
            guard bearing.stop == nil, bearing.mayGoOn,
                try permits(next, for: work.agentID, of: work.companyID, in: transaction),
                try mayPay(run, step: step, for: request, at: next, in: transaction)
            else { return nil }
            // A model on this machine may be silent for longer than the claim holds.
            guard try work.extend(by: workplace.limits.lease(at: next.provider), in: transaction) else { throw LostClaim() }
            return try RunAttempt.record(
                error, by: last.provider, in: run, step: step, next: next.provider, model: next.model, of: work, transaction)
        }
    }
}
