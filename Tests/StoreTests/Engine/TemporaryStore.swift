import Domain
import FoundationEssentials
import Store
import TestSupport

/// A store on disk in a folder of its own, removed afterwards.
func withStoreOnDisk(
    _ body: (_ store: Store, _ folder: String) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/team-x-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let feed = EventFeed()
    let engine = try SQLiteEngine(path: folder + "/team-x.sqlite", durability: .normal, time: ManualTime(), ids: IDGenerator()) {
        feed.publish($0)
    }
    try await Migrator(engine).migrate()
    let result: Result<Void, any Error>
    do {
        result = .success(try await body(Store(engine: engine, feed: feed, vault: Vault(root: folder + "/vault")), folder))
    } catch {
        result = .failure(error)
    }
    try await engine.close()
    try FileManager.default.removeItem(atPath: folder)
    try result.get()
}

extension Store {
    /// A company whose events and rows a test may count.
    func found(_ name: String = "Aurora") async throws -> Company {
        try await write { transaction in
            try Company.found(.init(name: name), systemRoles: [], by: Operator.owner(in: transaction).id, in: transaction)
        }
    }
}
