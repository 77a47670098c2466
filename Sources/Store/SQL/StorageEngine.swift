/// A database: the one door through which everything is read and written.
package protocol StorageEngine: Sendable {
    /// Reads a consistent snapshot.
    ///
    /// - Throws: What `body` throws, or ``StoreError``.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Runs `body` in a transaction, alone, and returns after its commit is durable. Cancelling the task does not stop it.
    ///
    /// - Throws: What `body` throws, after which nothing of it has happened; or ``StoreError``.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Ends all connections. Nothing may be asked afterwards.
    ///
    /// - Throws: ``StoreError``.
    func close() async throws
}
