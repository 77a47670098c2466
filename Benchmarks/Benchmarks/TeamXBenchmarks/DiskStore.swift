import Domain
import Foundation
import Store

/// The machine's clock.
struct RealTime: TimeSource {
    func now() -> Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    func sleep(until deadline: Timestamp) async throws {
        let rest = deadline - now()
        if rest > .zero { try await Task.sleep(for: rest) }
    }
}

/// A folder on the disk on which the benchmarks were built; `/tmp` may be memory.
struct DiskFolder {
    let path = FileManager.default.currentDirectoryPath + "/.build/bench-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    func remove() throws { try FileManager.default.removeItem(atPath: path) }
}

/// A store in a file of its own, as the server opens it.
struct DiskStore {
    let store: Store
    private let folder: DiskFolder

    init(durability: SQLiteEngine.Durability) async throws {
        folder = try DiskFolder()
        let feed = EventFeed()
        let engine = try SQLiteEngine(
            path: folder.path + "/team-x.sqlite", durability: durability, time: RealTime(), ids: IDGenerator()
        ) {
            feed.publish($0)
        }
        try await Migrator(engine).migrate()
        store = Store(engine: engine, feed: feed, vault: Vault(root: folder.path + "/vault"))
    }

    func remove() async throws {
        try await store.engine.close()
        try folder.remove()
    }

    /// A company without employees, and its owner.
    func found() async throws -> (company: Company, owner: Operator) {
        try await store.write { transaction in
            let owner = try Operator.owner(in: transaction)
            try Provider.seed(in: transaction)
            return (try Company.found(.init(name: "Bench"), systemRoles: [], by: owner.id, in: transaction), owner)
        }
    }
}
