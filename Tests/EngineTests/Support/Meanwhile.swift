import Domain
import Synchronization

/// A model during some of whose calls something else happens first.
final class Meanwhile: ModelProvider {
    private let model: any ModelProvider
    private let places: Set<Int>
    private let event: @Sendable () async throws -> Void
    private let count = Mutex(0)

    /// - Parameter places: The numbers of the calls, from 0.
    init(_ model: any ModelProvider, in places: Set<Int>, _ event: @escaping @Sendable () async throws -> Void) {
        self.model = model
        self.places = places
        self.event = event
    }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let place = count.withLock { count in
            defer { count += 1 }
            return count
        }
        if places.contains(place) { try await event() }
        try await model.stream(request, onEvent: onEvent)
    }
}
