/// One line of a price list.
package struct ListedPrice: Hashable, Sendable {
    package var kind: ProviderKind
    /// A model's exact name, or the beginning of names followed by `*`.
    package var model: String
    package var price: ModelPrice
    /// The first day of the price in UTC, as `2026-04-07`; `nil` for one that always held.
    package var effectiveFrom: String?

    package init(kind: ProviderKind, model: String, price: ModelPrice, effectiveFrom: String?) {
        self.kind = kind
        self.model = model
        self.price = price
        self.effectiveFrom = effectiveFrom
    }

    /// As price lists have it.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "kind": .string(kind.rawValue), "model": .string(model), "input": .string(price.input.description),
            "output": .string(price.output.description),
        ]
        for (key, amount) in [
            ("cache_read", price.cacheRead), ("cache_write", price.cacheWrite), ("per_request", price.perRequest),
        ] { if let amount { members[key] = .string(amount.description) } }
        if let effectiveFrom { members["effective_from"] = .string(effectiveFrom) }
        return .object(members)
    }
}

/// The price list that the program comes with, and the one that people have put on top of it.
package protocol PriceLists: Pricing {
    /// The version of the list that the program comes with.
    var version: Int { get }
    /// What people should know about that list.
    var note: String? { get }
    var listed: [ListedPrice] { get }
    /// Those that come before the list.
    var overrides: [ListedPrice] { get }

    /// Puts a list on top, from now on; `nil` for none.
    ///
    /// - Parameter file: A price list as files have it.
    /// - Throws: ``RuleViolation`` that says what is wrong with it; then everything is as it was.
    func override(with file: JSONValue?) throws(RuleViolation)

    /// - Throws: ``RuleViolation`` that says what is wrong with the list.
    func check(_ file: JSONValue) throws(RuleViolation)
}
