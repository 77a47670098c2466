import Synchronization

/// What makes the dispatcher look again; signs that it has not taken yet are one.
final class DispatchSigns: Sendable {
    struct Sign: OptionSet {
        let rawValue: Int

        /// Work was queued or let go on, or a turn has ended.
        static let work = Sign(rawValue: 1)
        /// What decides about work has changed: providers, companies, employees, settings.
        static let rules = Sign(rawValue: 2)
        /// The time has come for something that had to wait, or a claim may have lapsed.
        static let time = Sign(rawValue: 4)
    }

    let stream: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let raised = Mutex(Sign())
    private let onSign: @Sendable () -> Void

    /// - Parameter onSign: Called whenever there is a sign to take.
    init(onSign: @escaping @Sendable () -> Void) {
        self.onSign = onSign
        (stream, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    func raise(_ sign: Sign) {
        onSign()
        raised.withLock { _ = $0.insert(sign).inserted }
        wake.yield()
    }

    /// What has been raised since this was last asked.
    func take() -> Sign {
        raised.withLock { raised in
            defer { raised = [] }
            return raised
        }
    }

    func finish() { wake.finish() }
}
