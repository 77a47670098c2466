import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Store

/// The end of the program between any two statements of a migration, as its files show it afterwards.
struct MigrationCrashTests {
    @Test func `a crash while a new database is laid down leaves it empty`() async throws {
        try await crash(before: [], after: Migration.all) { try await Migrator($0).migrate() }
    }

    @Test(arguments: Step.all)
    func `a crash on the way up leaves the old schema, from which the way goes on`(step: Step) async throws {
        let steps = Migration.all.filter { $0.id <= step.migration.id }
        try await crash(before: Array(steps.dropLast()), after: steps) { try await Migrator($0, migrations: steps).migrate() }
    }

    @Test(arguments: Step.all)
    func `a crash on the way down leaves the new schema, from which the way goes on`(step: Step) async throws {
        let steps = Migration.all.filter { $0.id <= step.migration.id }
        try await crash(before: steps, after: Array(steps.dropLast())) { try await Migrator($0, migrations: steps).rollBack(1) }
    }

    /// Goes from one schema to the other, keeping the files as they are behind each statement, and opens each of those anew.
    private func crash(
        before: [Migration], after: [Migration], _ change: (any StorageEngine) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team-x-migration-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let engine = try open(folder)
        try await Migrator(engine, migrations: before).migrate()
        let old = try await engine.read { try $0.schema() }
        let witness = Witness(engine: engine, folder: folder)
        try await change(witness)
        let new = try await engine.read { try $0.schema() }
        try await engine.close()
        let copies = witness.copies.withLock(\.self)
        #expect(copies.count > 1)
        for copy in copies {
            let reopened = try open(copy)
            let left = try await reopened.read { try $0.schema() }
            #expect(left == old)
            try await change(reopened)
            let reached = try await reopened.read { try $0.schema() }
            #expect(reached == new)
            try await reopened.close()
        }
    }

    private func open(_ folder: URL) throws -> SQLiteEngine {
        try SQLiteEngine(
            path: folder.appending(path: "team-x.sqlite").path(percentEncoded: false), durability: .normal, time: ManualTime(),
            ids: IDGenerator()
        ) { _ in }
    }
}

/// An engine that keeps the files as they are behind each statement of a write.
private final class Witness: StorageEngine {
    let copies = Mutex<[URL]>([])
    private let engine: SQLiteEngine
    private let folder: URL

    init(engine: SQLiteEngine, folder: URL) {
        self.engine = engine
        self.folder = folder
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await engine.read(body)
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await engine.write { [self] in try body(WitnessedTransaction($0) { try self.copy() }) }
    }

    func close() async throws { try await engine.close() }

    private func copy() throws {
        try copies.withLock { copies in
            let place = folder.appending(path: "\(copies.count)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for name in ["team-x.sqlite", "team-x.sqlite-wal"] {
                let file = folder.appending(path: name)
                guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { continue }
                try FileManager.default.copyItem(at: file, to: place.appending(path: name))
            }
            copies.append(place)
        }
    }
}

private final class WitnessedTransaction: Transaction {
    private let transaction: any Transaction
    private let afterStatement: () throws -> Void

    init(_ transaction: any Transaction, afterStatement: @escaping () throws -> Void) {
        self.transaction = transaction
        self.afterStatement = afterStatement
    }

    var now: Timestamp { transaction.now }

    func makeID<Entity>() -> Identifier<Entity> { transaction.makeID() }

    func execute(_ sql: SQL) throws -> Int {
        let count = try transaction.execute(sql)
        try afterStatement()
        return count
    }

    func rows<Value>(_ sql: SQL, read: (any Row) throws -> Value) throws -> [Value] { try transaction.rows(sql, read: read) }

    func attempt<Value>(_ body: () throws -> Value) throws -> Value { try transaction.attempt(body) }

    func record(_ payload: some EventPayload, company: Company.ID, by actor: EventActor) throws {
        try transaction.record(payload, company: company, by: actor)
    }
}
