/// In which ledger the cost of a model call stands; what is in different ones is never added up.
package enum CostKind: String, Vocabulary {
    /// What the provider will want to have.
    case billed
    /// What it would cost at list price: it ran on this machine, or is covered by a subscription.
    case notional
    /// Nobody knows: there is no price for the model.
    case unknown
}

extension Provider {
    /// In which ledger a call of `model` here belongs.
    package func costKind(of model: String, isPriceKnown: Bool) -> CostKind {
        if runs(model) || config.value["billing"]?.string == "subscription" { return .notional }
        return isPriceKnown ? .billed : .unknown
    }

    /// Whether `model` is computed on this machine, so that nobody sends a bill for it.
    package func runs(_ model: String) -> Bool { kind == .practice || tier(of: model) == .local }
}
