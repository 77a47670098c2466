import Domain
import Synchronization

/// What companies have spent in this month, counted anew only now and then: a month has many entries, and the floor is looked at
/// often.
package final class SpentMonths: Sendable {
    private struct Count {
        let month: Timestamp
        let at: Timestamp
        let amount: Money
    }

    private let counts = Mutex<[Company.ID: Count]>([:])

    /// How long what was counted is good.
    static let lifetime: Duration = .seconds(10)

    package init() {}

    /// - Parameters:
    ///   - month: When the month began.
    ///   - count: Counts what was spent in it.
    func amount(
        of company: Company.ID, since month: Timestamp, at now: Timestamp, count: () throws -> Money
    ) rethrows -> Money {
        let known = counts.withLock { $0[company] }
        if let known, known.month == month, known.at <= now, now - known.at < Self.lifetime { return known.amount }
        let amount = try count()
        counts.withLock { $0[company] = Count(month: month, at: now, amount: amount) }
        return amount
    }
}
