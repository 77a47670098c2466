/// Which provider the work of an employee is to be done with: the one they have of their own, and how private it has to be.
package struct ProviderWish: Hashable, Sendable {
    /// The provider's id or kind; `nil` leaves it to the company.
    package var preference: String?
    /// The least private kind that may be asked; `nil` leaves it to the company.
    package var limit: PrivacyTier?

    package init(preference: String? = nil, limit: PrivacyTier? = nil) {
        self.preference = preference
        self.limit = limit
    }

    /// Reads the line of the queue in which the work waits, such as `openai`, `openai<=local`, `<=local` or nothing.
    package init(line: String) {
        let parts = line.split(separator: Self.mark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let preference = parts.first ?? ""
        self.init(
            preference: preference.isEmpty ? nil : preference,
            limit: parts.count == 2 ? parts.last.flatMap(PrivacyTier.init(rawValue:)) : nil)
    }

    /// The line of the queue; the database's trigger writes the same.
    package var line: String { (preference ?? "") + (limit.map { Self.mark + $0.rawValue } ?? "") }

    private static let mark = "<="
}

extension Employee {
    package var providerWish: ProviderWish { ProviderWish(preference: providerPref, limit: maxPrivacyTier) }
}
