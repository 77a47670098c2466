import Synchronization

/// Where the server is, also after it came back at another address.
final class ServerPlace: Sendable {
    private let current: Mutex<ServerLocation>
    private let find: @Sendable () throws -> ServerLocation

    /// - Parameter find: Where the server is now.
    init(_ location: ServerLocation, find: @escaping @Sendable () throws -> ServerLocation) {
        current = Mutex(location)
        self.find = find
    }

    var location: ServerLocation { current.withLock { $0 } }

    /// Looks where the server is now; where nobody is found, it stays with what was known.
    func lookAgain() {
        guard let found = try? find() else { return }  // nobody is there yet; the next try may find somebody
        current.withLock { location in (location.address, location.token) = (found.address, found.token) }
    }
}
