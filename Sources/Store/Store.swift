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
