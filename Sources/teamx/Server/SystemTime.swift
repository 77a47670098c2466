import Domain
import FoundationEssentials

/// The machine's own clock.
struct SystemTime: TimeSource {
    var zone: TimeZone { .current }

    func now() -> Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    func sleep(until deadline: Timestamp) async throws {
        let rest = deadline - now()
        guard rest > .zero else { return try Task.checkCancellation() }
        try await Task.sleep(for: rest)
    }
}
