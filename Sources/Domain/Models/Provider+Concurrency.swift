extension Provider {
    /// How many calls to the provider may go on at the same time: `concurrency_cap` of the row, or the kind's.
    ///
    /// A model on this machine does one thing at a time unless its row says otherwise: its server would only let the others
    /// wait, and they would take that for silence.
    package var concurrencyCap: Int {
        guard let cap = config.value["concurrency_cap"]?.integer, cap > 0 else {
            return privacyTier == .local && kind != .practice ? 1 : kind.defaults.concurrencyCap
        }
        return Int(clamping: cap)
    }
}
