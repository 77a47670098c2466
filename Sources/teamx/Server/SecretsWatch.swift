import Domain
import Engine
import NIOPosix
import ServiceLifecycle

/// Lets the work that waits for the secrets go on as soon as they can be opened.
///
/// Secrets that could be read are not asked for again; those that could not, and those that were set and were not found, are every
/// two minutes, by a thread that may wait.
struct SecretsWatch: Service, CustomStringConvertible {
    var description: String { "secrets" }
    let secrets: Secrets
    let health: ProviderHealth
    let time: any TimeSource

    func run() async {
        let openings = secrets.openings()
        await withDiscardingTaskGroup { group in
            group.addTask { for await _ in openings { health.noteOpening() } }
            group.addTask {
                do {
                    while true {
                        try await time.sleep(until: time.now() + .seconds(120))
                        try await NIOThreadPool.singleton.runIfActive { secrets.retry() }
                    }
                } catch {}  // cancelled: the server stops
            }
            try? await gracefulShutdown()  // cancelled or asked to stop: the end is the same
            group.cancelAll()
        }
    }
}
