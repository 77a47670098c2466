package import Domain

extension Provider {
    /// Tells every company at work that the provider is left alone for a while, because it has failed.
    ///
    /// - Throws: ``StoreError``.
    package func noteAbsence(_ refusal: CircuitBreaker.Refusal, in transaction: any Transaction) throws {
        for company in try Company.list(in: transaction) where company.status != .archived {
            try transaction.record(
                ProviderWentAway(
                    providerID: id, errorClass: refusal.error.class.rawValue, error: refusal.error.message, until: refusal.until),
                company: company.id, by: .orchestrator)
        }
    }

    /// Tells every company at work that the provider is asked again.
    ///
    /// - Throws: ``StoreError``.
    package func noteReturn(in transaction: any Transaction) throws {
        for company in try Company.list(in: transaction) where company.status != .archived {
            try transaction.record(ProviderCameBack(providerID: id), company: company.id, by: .orchestrator)
        }
    }
}
