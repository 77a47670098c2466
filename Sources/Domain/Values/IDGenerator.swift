import Synchronization

/// Makes ids of 21 URL-safe characters that sort by the moment they were made.
///
/// Eight characters of milliseconds, two that count within the millisecond, eleven random ones (66 bits). The alphabet
/// is in ASCII order, so that text comparison, SQLite's included, is comparison by time. The first character counts
/// from `0`, the alphabet's second, because a command line would take an id that begins with a hyphen for an option; so it
/// would the last six, by which people name an id, and these begin with none either.
package final class IDGenerator: Sendable {
    private struct State {
        var millisecond: UInt64 = 0
        var count: UInt64 = 0
        var random: any RandomNumberGenerator & Sendable
    }

    private static let alphabet = Array("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)

    private let state: Mutex<State>

    package init(random: some RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()) {
        state = Mutex(State(random: random))
    }

    /// An id greater than every id this generator made before.
    ///
    /// A clock that stands still or steps back does not break the order: the last millisecond is kept and counted on.
    package func next<Entity>(at now: Timestamp) -> Identifier<Entity> {
        let (millisecond, count, high, low) = state.withLock { state in
            let now = UInt64(clamping: now.milliseconds)
            if now > state.millisecond {
                state.millisecond = now
                state.count = 0
            } else if state.count == 4095 {
                state.millisecond += 1
                state.count = 0
            } else {
                state.count += 1
            }
            return (state.millisecond, state.count, state.random.next(), state.random.next())
        }
        let text = String(unsafeUninitializedCapacity: 21) { bytes in
            bytes[0] = Self.digit((millisecond >> 42) + 1)
            for place in 1..<8 { bytes[place] = Self.digit(millisecond >> UInt64(42 - 6 * place)) }
            bytes[8] = Self.digit(count >> 6)
            bytes[9] = Self.digit(count)
            for place in 0..<10 { bytes[10 + place] = Self.digit(high >> UInt64(6 * place)) }
            bytes[20] = Self.digit(low)
            // People name an id by its last six characters, and an option begins with a hyphen.
            if bytes[15] == Self.digit(0) { bytes[15] = Self.digit(1) }
            return 21
        }
        return Identifier(text)
    }

    private static func digit(_ value: UInt64) -> UInt8 { alphabet[Int(value & 63)] }
}
