import Domain

extension WorkHold {
    /// What was said about the hold, as people read it.
    ///
    /// A budget's hold keeps only what the call may cost that was refused.
    var words: String? {
        guard reason == .budget, let note, let amount = try? Money(note) else { return note }  // somebody else's words
        return "The next model call may cost up to $\(amount.inCents)."
    }
}

extension Money {
    /// With two digits behind the point, more for less than a cent.
    fileprivate var inCents: String {
        guard nanoDollars >= 10_000_000 else { return description }
        let cents = nanoDollars / 10_000_000 + (nanoDollars % 10_000_000 >= 5_000_000 ? 1 : 0)
        return "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
