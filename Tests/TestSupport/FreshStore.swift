import Domain
import FoundationEssentials
import Store

/// Databases with the program's schema and no rows, each a copy of one that is migrated once.
package enum FreshStore {
    private struct StillTime: TimeSource {
        func now() -> Timestamp { Timestamp(milliseconds: 0) }
        func sleep(until deadline: Timestamp) async throws {}
    }

    private static let template = Task {
        let engine = try SQLiteEngine(inMemory: (), time: StillTime(), ids: IDGenerator()) { _ in }
        try await Migrator(engine).migrate()
        return engine
    }

    package static func engine(
        time: any TimeSource, ids: IDGenerator = IDGenerator(), redactor: Redactor = Redactor(),
        publish: @escaping @Sendable ([Event]) -> Void = { _ in }
    ) async throws -> SQLiteEngine {
        try await template.value.copyInMemory(time: time, ids: ids, redactor: redactor, publish: publish)
    }

    /// A whole store in memory, its vault in a temporary folder.
    package static func store(time: any TimeSource, fileLimit: Int = Vault.sizeLimit) async throws -> Store {
        let feed = EventFeed()
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/team-x-tests/" + UUID().uuidString
        return Store(
            engine: try await engine(time: time) { feed.publish($0) }, feed: feed,
            vault: Vault(root: folder, fileLimit: fileLimit))
    }
}
