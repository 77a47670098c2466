import Domain
import Logging
import Store

/// A data directory that is locked to this process, with its database open.
struct OpenStore: Sendable {
    let directory: DataDirectory
    let store: Store

    /// What a store is opened for.
    enum Purpose: Sendable {
        /// The directory and the database are made if they are missing, and the database brought to the program's schema.
        case work
        /// The same, with the schema left as it is.
        case migration
        /// What is there is looked at, and nothing is made.
        case inspection
    }

    /// Opens the store, and closes it and lets the directory go however `body` ends.
    ///
    /// - Throws: What `body` throws, `DataDirectoryError`, `StoreError`.
    static func with(
        _ options: ServerOptions, for purpose: Purpose = .work, time: any TimeSource, redactor: Redactor = Redactor(),
        logger: Logger,
        _ body: (OpenStore) async throws -> Void
    ) async throws {
        let open = try OpenStore(options, for: purpose, time: time, redactor: redactor, logger: logger)
        let result: Result<Void, any Error>
        do {
            if purpose == .work { try await open.prepare(options, logger) }
            result = .success(try await body(open))
        } catch {
            result = .failure(error)
        }
        try? await open.store.engine.close()  // a database that cannot be closed cleanly is recovered at the next start
        open.directory.release()
        try result.get()
    }

    private init(
        _ options: ServerOptions, for purpose: Purpose, time: any TimeSource, redactor: Redactor, logger: Logger
    ) throws {
        directory = try DataDirectory(at: options.data, creates: purpose != .inspection)
        try directory.announce(address: nil)
        let feed = EventFeed()
        let engine = try SQLiteEngine(
            path: directory.databasePath, durability: options.durability,
            vectorExtension: Self.loadable(options.vectorExtension, logger), time: time, ids: IDGenerator(),
            redactor: redactor
        ) { feed.publish($0) }
        store = Store(engine: engine, feed: feed, vault: Vault(root: directory.vaultPath))
    }

    private func prepare(_ options: ServerOptions, _ logger: Logger) async throws {
        let applied = try await Migrator(store.engine).migrate()
        if !applied.isEmpty { logger.info("The database was brought up to date.", metadata: ["migrations": "\(applied.count)"]) }
        if options.vectorExtension != nil { _ = try await store.write { try VectorTable.create(in: $0) } }
        store.vault.clear()
    }

    /// The path of sqlite-vec's library if SQLite can load it; one line in the log says when it is left out.
    private static func loadable(_ path: String?, _ logger: Logger) -> String? {
        guard let path else { return nil }
        do {
            try SQLiteEngine.tryOut(vectorExtension: path)
            return path
        } catch {
            logger.warning("sqlite-vec cannot be loaded, so vec_embeddings is left out.", metadata: ["reason": "\(error)"])
            return nil
        }
    }
}
