import Domain
import Store

extension Run {
    /// Runs that are not booked for their company, or not with what their calls have cost: each in its own ledger, all of it.
    package static func mischarged(in transaction: any Transaction) throws -> [Run.ID] {
        let entries = try transaction.select(BudgetLedgerEntry.self, "WHERE scope_kind = 'company'")
        let booked = Dictionary(grouping: entries, by: \.runID)
        return try transaction.select(Run.self, "").filter { run in
            guard let entries = booked[run.id], entries.count == 1, let entry = entries.first else { return true }
            return try entry.ledgers != run.ledgers(in: transaction)
                || entry.amountUsd.nanoDollars + entry.notionalUsd.nanoDollars != run.costUsd.nanoDollars
        }.map(\.id)
    }
}
