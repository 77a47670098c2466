package import Domain

/// The durable state of all companies: a database, the feed of what happens in it, and the vault of their files.
package struct Store: Sendable {
    package let engine: any StorageEngine
    package let feed: EventFeed
    package let vault: Vault

    package init(engine: any StorageEngine, feed: EventFeed, vault: Vault) {
        self.engine = engine
        self.feed = feed
        self.vault = vault
    }

    /// A store with a database in memory, for tests.
    ///
    /// - Throws: ``StoreError``.
    package static func inMemory(time: any TimeSource, ids: IDGenerator = IDGenerator(), vault: Vault) async throws -> Store {
        let feed = EventFeed()
        let engine = try SQLiteEngine(inMemory: (), time: time, ids: ids) { feed.publish($0) }
        try await Migrator(engine).migrate()
        return Store(engine: engine, feed: feed, vault: vault)
    }

    /// See ``StorageEngine/read(_:)``.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await engine.read(body)
    }

    /// See ``StorageEngine/write(_:)``.
    @discardableResult
    package func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await engine.write(body)
    }
}
