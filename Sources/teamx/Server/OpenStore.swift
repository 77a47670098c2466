import Domain
import Logging
import Store

/// A data directory that is locked to this process, with its database open and up to date.
struct OpenStore: Sendable {
    let directory: DataDirectory
    let store: Store
    /// The last migration that the database has.
    let schema: String

    /// Locks the directory, opens the database and brings it to the program's schema, unless `migrates` is false.
    ///
    /// - Throws: `DataDirectoryError`, `StoreError`.
    init(_ options: ServerOptions, time: any TimeSource, logger: Logger, migrates: Bool = true) async throws {
        directory = try DataDirectory(at: options.data)
        try directory.announce(address: nil)
        let feed = EventFeed()
        let engine: SQLiteEngine
        let vectorExtension = Self.loadable(options.vectorExtension, logger)
        do {
            engine = try SQLiteEngine(
                path: directory.databasePath, durability: options.durability, vectorExtension: vectorExtension, time: time,
                ids: IDGenerator()
            ) { feed.publish($0) }
        } catch {
            directory.release()
            throw error
        }
        store = Store(engine: engine, feed: feed, vault: Vault(root: directory.vaultPath))
        guard migrates else {
            schema = ""
            return
        }
        let applied = try await Migrator(engine).migrate()
        if !applied.isEmpty { logger.info("The database was brought up to date.", metadata: ["migrations": "\(applied.count)"]) }
        schema = Migration.all.last?.id ?? ""
        if vectorExtension != nil { _ = try await store.write { try VectorTable.create(in: $0) } }
    }

    /// The path of sqlite-vec's library if SQLite can load it; one line in the log says when it is left out.
    private static func loadable(_ path: String?, _ logger: Logger) -> String? {
        guard let path else {
            logger.notice(
                "sqlite-vec is not configured, so vec_embeddings is left out. Name its library with --vector-extension.")
            return nil
        }
        do {
            try SQLiteEngine.tryOut(vectorExtension: path)
            return path
        } catch {
            logger.warning("sqlite-vec cannot be loaded, so vec_embeddings is left out.", metadata: ["reason": "\(error)"])
            return nil
        }
    }

    /// Closes the database and lets the directory go.
    func close() async {
        try? await store.engine.close()  // a database that cannot be closed cleanly is recovered at the next start
        directory.release()
    }
}
