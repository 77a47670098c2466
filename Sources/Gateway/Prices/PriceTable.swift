package import Domain

/// A list of what models cost.
///
/// A model's price is the one listed under its exact name, else the one under the longest pattern that its name begins
/// with. Of several prices under one name the latest that has come into effect counts.
package struct PriceTable: Pricing {
    /// The list's own version number, to be recorded with what was computed from it.
    package let version: Int
    /// What people should know about the list.
    package let note: String?
    /// Everything in it, in the order of the file.
    package let listed: [ListedPrice]
    private let entries: [ProviderKind: Entries]
    private let time: any TimeSource

    private struct Entries: Sendable {
        var exact: [String: [PriceEntry]] = [:]
        /// The longest pattern first.
        var patterns: [(prefix: String, entries: [PriceEntry])] = []
    }

    /// Reads the file format of ``PriceFile``.
    ///
    /// - Throws: ``PriceTableError``.
    package init(parsing bytes: [UInt8], time: any TimeSource) throws(PriceTableError) {
        let file = try PriceFile(parsing: bytes)
        version = file.version
        note = file.note
        self.time = time
        listed = file.entries.map {
            ListedPrice(kind: $0.kind, model: $0.model, price: $0.price, effectiveFrom: $0.effectiveFrom)
        }
        entries = Dictionary(grouping: file.entries, by: \.kind).mapValues { ofKind in
            let named = Dictionary(grouping: ofKind, by: \.model)
                .mapValues { $0.sorted { ($0.effectiveFrom ?? "") > ($1.effectiveFrom ?? "") } }
            var entries = Entries()
            for (model, prices) in named {
                if model.last == "*" {
                    entries.patterns.append((String(model.dropLast()), prices))
                } else {
                    entries.exact[model] = prices
                }
            }
            entries.patterns.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
            return entries
        }
    }

    package func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
        price(of: model, at: kind, on: time.now())
    }

    /// The price that was or will be in effect at `moment`.
    package func price(of model: String, at kind: ProviderKind, on moment: Timestamp) -> ModelPrice? {
        guard let entries = entries[kind] else { return nil }
        let inEffect = { (prices: [PriceEntry]) in prices.first { $0.isInEffect(at: moment) }?.price }
        if let exact = entries.exact[model].flatMap(inEffect) { return exact }
        return entries.patterns.lazy.filter { model.hasPrefix($0.prefix) }.compactMap { inEffect($0.entries) }.first
    }
}
