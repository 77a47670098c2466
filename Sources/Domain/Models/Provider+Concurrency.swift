extension Provider {
    /// How many calls to the provider may go on at the same time: `concurrency_cap` of the row, or the kind's.
    package var concurrencyCap: Int {
        guard let cap = config.value["concurrency_cap"]?.integer, cap > 0 else { return kind.defaults.concurrencyCap }
        return Int(clamping: cap)
    }
}
