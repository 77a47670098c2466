/// Where the program gets the time from and how it waits: the machine's clock, or in tests one that is moved by hand.
package protocol TimeSource: Sendable {
    func now() -> Timestamp

    /// Returns at `deadline`, at once when that is past.
    ///
    /// - Throws: `CancellationError` when the task is cancelled while it waits.
    func sleep(until deadline: Timestamp) async throws
}
