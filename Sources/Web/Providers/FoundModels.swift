import Synchronization

/// What a look for Ollama on its usual port has found on this machine.
package final class FoundModels: Sendable {
    private let found = Mutex<[String]?>(nil)

    package init() {}

    /// The models it serves; `nil` where nobody answered, or nobody has looked.
    package var models: [String]? { found.withLock(\.self) }

    package func note(_ models: [String]) { found.withLock { $0 = models } }
}
