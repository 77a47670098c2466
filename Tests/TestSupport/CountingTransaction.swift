import Domain
import Store

/// Counts the statements that go through it.
package final class CountingTransaction: Transaction {
    private let transaction: any Transaction
    package private(set) var count = 0

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package var now: Timestamp { transaction.now }

    package func makeID<Entity>() -> Identifier<Entity> { transaction.makeID() }

    @discardableResult
    package func execute(_ sql: SQL) throws -> Int {
        count += 1
        return try transaction.execute(sql)
    }

    package func rows<Value>(_ sql: SQL, read: (any Row) throws -> Value) throws -> [Value] {
        count += 1
        return try transaction.rows(sql, read: read)
    }

    package func attempt<Value>(_ body: () throws -> Value) throws -> Value { try transaction.attempt(body) }

    package func record(_ payload: some EventPayload, company: Company.ID, by actor: EventActor) throws {
        try transaction.record(payload, company: company, by: actor)
    }
}
