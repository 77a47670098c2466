import Domain

/// One line of a price list.
struct PriceEntry: Hashable, Sendable {
    let kind: ProviderKind
    /// A model's exact name, or the beginning of names followed by `*`.
    let model: String
    let price: ModelPrice
    /// The first day of the price in UTC, as `2026-04-07`; `nil` for one that always held.
    let effectiveFrom: String?
    let firstMoment: Timestamp

    func isInEffect(at moment: Timestamp) -> Bool { firstMoment <= moment }
}
