import Domain
import ServiceLifecycle
import Store

/// Hands out what employees are writing, so often that it looks alive and so seldom that it costs little.
struct LiveTicker: Service, CustomStringConvertible {
    let texts: LiveTexts
    let time: any TimeSource

    /// The service's name in logs.
    var description: String { "live texts" }

    /// The least time between two pieces of one text.
    static let interval = Duration.milliseconds(50)

    func run() async throws {
        let signs = texts.signs()
        await cancelWhenGracefulShutdown {
            for await _ in signs {
                texts.tick()
                do { try await time.sleep(until: time.now() + Self.interval) } catch { return }  // the server stops
            }
        }
    }
}
