import Domain
import GRDB
import Synchronization

/// Runs all writes on the one writer connection, as many as are waiting in one commit.
///
/// While a commit waits for the disk, further writes queue up; the next commit takes them all (at most 256), each in a
/// savepoint of its own, so that one that fails takes nothing else along; one by itself needs none. A write is acknowledged only after the commit
/// that holds it, and its events are published before it is acknowledged.
final class WriteQueue: Sendable {
    private struct State {
        var waiting: [any QueuedWrite] = []
        var isDraining = false
    }

    private static let mostPerCommit = 256

    private let state = Mutex(State())
    private let writer: any DatabaseWriter
    private let time: any TimeSource
    private let ids: IDGenerator
    private let redactor: Redactor
    private let publish: @Sendable ([Event]) -> Void

    init(
        writer: any DatabaseWriter, time: any TimeSource, ids: IDGenerator, redactor: Redactor,
        publish: @escaping @Sendable ([Event]) -> Void
    ) {
        self.writer = writer
        self.time = time
        self.ids = ids
        self.redactor = redactor
        self.publish = publish
    }

    /// A cancelled task's write happens all the same: outcomes of cancelled work must be recorded.
    func perform<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(body: body, continuation: continuation)
            let mustStart = state.withLock { state in
                state.waiting.append(write)
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if mustStart { writer.asyncWriteWithoutTransaction { database in self.drain(database) } }
        }
    }

    private func drain(_ database: Database) {
        while let group = nextGroup() { commit(group, on: database) }
    }

    private func nextGroup() -> [any QueuedWrite]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let group = Array(state.waiting.prefix(Self.mostPerCommit))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func commit(_ group: [any QueuedWrite], on database: Database) {
        do {
            let transaction = try SQLiteTransaction(
                database, now: time.now(), zone: time.zone, ids: ids, redaction: redactor.redaction)
            try transaction.begin()
            do {
                if group.count == 1, let only = group.first {
                    try only.run(transaction)
                } else {
                    for write in group { try run(write, in: transaction) }
                }
                try transaction.commit()
            } catch {
                transaction.rollBack()
                throw error
            }
            if !transaction.events.isEmpty { publish(transaction.events) }
            for write in group { write.acknowledge() }
        } catch {
            for write in group { write.fail(error) }
        }
    }

    /// - Throws: What took the whole transaction down. A write's own failure is kept for its caller.
    private func run(_ write: any QueuedWrite, in transaction: SQLiteTransaction) throws {
        do {
            try transaction.attempt { try write.run(transaction) }
        } catch {
            if transaction.isGone { throw error }
            write.failAlone(error)
        }
    }
}

private protocol QueuedWrite: Sendable {
    func run(_ transaction: SQLiteTransaction) throws
    /// The commit holds the write, or the write has failed by itself.
    func acknowledge()
    func failAlone(_ error: any Error)
    /// Nothing of the group was committed.
    func fail(_ error: any Error)
}

private final class Write<Value: Sendable>: QueuedWrite {
    private let body: @Sendable (any Transaction) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let outcome = Mutex<Result<Value, any Error>?>(nil)

    init(body: @escaping @Sendable (any Transaction) throws -> Value, continuation: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.continuation = continuation
    }

    func run(_ transaction: SQLiteTransaction) throws {
        let value = try body(transaction)
        outcome.withLock { $0 = .success(value) }
    }

    func failAlone(_ error: any Error) { outcome.withLock { $0 = .failure(error) } }

    func acknowledge() {
        guard let result = outcome.withLock({ $0 }) else { return fail(StoreError.groupFailed("it was not run")) }
        continuation.resume(with: result)
    }

    func fail(_ error: any Error) {
        // A write that failed by itself before the group did keeps its own reason.
        if case .failure(let own)? = outcome.withLock({ $0 }) { return continuation.resume(throwing: own) }
        continuation.resume(throwing: error)
    }
}
