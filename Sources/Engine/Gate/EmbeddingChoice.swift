package import Domain
package import Store

/// Who makes the vectors of a company's texts.
package struct EmbeddingChoice: Sendable {
    /// `nil` for the embedder inside the program, by which nothing leaves the machine.
    package let provider: Provider?
    /// The model as the provider knows it.
    package let model: String
    /// Why the provider that the settings name is not asked.
    package let problem: String?
    /// The least private kind that the instance and the company allow.
    let limit: PrivacyTier

    /// What the vectors are known by: those of different makers are never compared.
    package var embedder: String { provider.map { "\($0.id)/\(model)" } ?? SearchIndex.offline }

    /// - Throws: ``StoreError``.
    package init(for company: Company, from providers: any ModelProviders, in transaction: any Transaction) throws {
        func named(_ key: SettingKey) throws -> String? {
            let name = try Setting.value(of: key.rawValue, in: transaction)?.string?.trimmed ?? ""
            return name.isEmpty || name == SettingKey.auto ? nil : name
        }
        let choice = try ModelChoice(for: providers, in: transaction)
        limit = choice.limit(for: ProviderWish(), of: company)
        guard let name = try named(.embeddingProvider) else {
            (provider, model, problem) = (nil, SearchIndex.offline, nil)
            return
        }
        let row = choice.row(called: name)
        let model = try named(.embeddingModel) ?? row?.kind.defaultEmbeddingModel
        problem = Self.problem(of: row, called: name, model, limit)
        provider = problem == nil ? row : nil
        self.model = problem == nil ? model ?? "" : SearchIndex.offline
    }

    /// Whether the provider may be told what people said who allow no more than `limit`.
    func allows(_ limit: PrivacyTier?) -> Bool {
        guard let provider else { return true }
        return provider.tier(of: model) <= min(self.limit, limit ?? .proprietaryCloud)
    }

    private static func problem(of row: Provider?, called name: String, _ model: String?, _ limit: PrivacyTier) -> String? {
        guard let row else { return "There is no provider “\(name)”." }
        guard row.kind.makesEmbeddings else { return ModelError.makesNoVectors(row).message }
        guard row.enabled else { return "The provider “\(row.name)” is switched off." }
        guard let model else { return "\(row.name) needs an embedding_model that is named." }
        guard row.tier(of: model) <= limit else {
            return "\(row.name) is of the privacy tier \(row.tier(of: model).rawValue); only \(limit.rawValue) is allowed."
        }
        return nil
    }
}
