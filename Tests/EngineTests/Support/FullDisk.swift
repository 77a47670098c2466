import Store
import Synchronization

/// An engine whose disk is full for some of its writes.
final class FullDisk: StorageEngine {
    private struct State {
        var writes = 0
        var failing = 0..<0
    }

    private let engine: any StorageEngine
    private let state = Mutex(State())

    init(_ engine: any StorageEngine) { self.engine = engine }

    /// Lets this many writes fail, after so many from now on that do not.
    func fill(after good: Int, for bad: Int) {
        state.withLock { $0.failing = ($0.writes + good)..<($0.writes + good + bad) }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await engine.read(body)
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        let isFull = state.withLock { state in
            state.writes += 1
            return state.failing.contains(state.writes - 1)
        }
        if isFull { throw StoreError.diskFull }
        return try await engine.write(body)
    }

    func close() async throws { try await engine.close() }
}
