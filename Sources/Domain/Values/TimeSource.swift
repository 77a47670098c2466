package import FoundationEssentials

/// Where the program gets the time from and how it waits: the machine's clock, or in tests one that is moved by hand.
package protocol TimeSource: Sendable {
    /// Where the clock hangs: what is a day or a month to whoever has said nothing else.
    var zone: TimeZone { get }

    func now() -> Timestamp

    /// Returns at `deadline`, at once when that is past.
    ///
    /// - Throws: `CancellationError` when the task is cancelled while it waits.
    func sleep(until deadline: Timestamp) async throws
}

extension TimeSource {
    package var zone: TimeZone { .gmt }
}
