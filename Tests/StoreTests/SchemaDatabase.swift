import Domain
import Store
import TestSupport

/// Fresh databases in memory for the tests of the schema.
enum SchemaDatabase {
    /// A clock that stands still.
    private struct StillTime: TimeSource {
        func now() -> Timestamp { .moment }
        func sleep(until deadline: Timestamp) async throws {}
    }

    /// A database without any table.
    static func empty() throws -> SQLiteEngine {
        try SQLiteEngine(inMemory: (), time: StillTime(), ids: IDGenerator(), publish: { _ in })
    }

    /// A database with the program's schema and no rows.
    static func migrated() async throws -> SQLiteEngine {
        try await FreshStore.engine(time: StillTime())
    }
}

extension Timestamp {
    static let moment = Timestamp(milliseconds: 1_777_777_777_777)
}

extension Money {
    static let amount = Money(nanoDollars: 12_345_678_901)
}

extension Transaction {
    /// Everything that makes up the schema, as text, but for the journal of migrations.
    func schema() throws -> [String] {
        try rows(
            """
            SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '') FROM sqlite_master
            WHERE tbl_name <> 'schema_migrations' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name
            """
        ) { try String(column: $0.value(at: 0)) }
    }
}

extension CostLedgers {
    static var minimal: CostLedgers {
        var ledgers = CostLedgers()
        ledgers.billed = .amount
        return ledgers
    }

    static var full: CostLedgers {
        var ledgers = CostLedgers()
        ledgers.add(.amount, calls: 2, to: .billed)
        ledgers.add(.amount, calls: 3, to: .notional)
        ledgers.add(.zero, calls: 4, to: .unknown)
        return ledgers
    }
}
