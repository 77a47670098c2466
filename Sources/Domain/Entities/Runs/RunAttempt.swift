/// A model call of a run that a provider did not take, so that the next in the order of failover was asked instead.
package struct RunAttempt: Codable, Hashable, Sendable {
    package var runID: Run.ID
    /// The place among the run's, from 0.
    package var place: Int
    /// The step of the run that the call was for, from 0.
    package var step: Int
    package var providerID: Provider.ID
    /// The kind of the provider.
    package var provider: String
    package var model: String
    /// The class of the failure, for programs; see ``ModelError/Class``.
    package var errorClass: String
    /// Why it did not take the call, for people.
    package var error: String
    /// Who was asked next.
    package var nextProviderID: Provider.ID
    package var failedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case runID = "run_id"
        case place
        case step
        case providerID = "provider_id"
        case provider
        case model
        case errorClass = "error_class"
        case error
        case nextProviderID = "next_provider_id"
        case failedAt = "failed_at"
    }

    package init(
        runID: Run.ID, place: Int, step: Int, providerID: Provider.ID, provider: String, model: String,
        errorClass: String, error: String, nextProviderID: Provider.ID, failedAt: Timestamp
    ) {
        self.runID = runID
        self.place = place
        self.step = step
        self.providerID = providerID
        self.provider = provider
        self.model = model
        self.errorClass = errorClass
        self.error = error
        self.nextProviderID = nextProviderID
        self.failedAt = failedAt
    }
}
