import Domain

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The machine's own clock.
struct SystemTime: TimeSource {
    func now() -> Timestamp {
        var moment = timespec()
        clock_gettime(CLOCK_REALTIME, &moment)
        return Timestamp(milliseconds: Int64(moment.tv_sec) * 1000 + Int64(moment.tv_nsec) / 1_000_000)
    }

    func sleep(until deadline: Timestamp) async throws {
        let rest = deadline - now()
        guard rest > .zero else { return try Task.checkCancellation() }
        try await Task.sleep(for: rest)
    }
}
