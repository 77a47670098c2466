import Domain
import ServiceLifecycle
import Web

/// Looks once whether Ollama runs on this machine, so that it can be offered.
struct OllamaLook: Service, CustomStringConvertible {
    var description: String { "ollama" }
    /// What asks it; `nil` where nobody shall look.
    let providers: (any ProviderChecks)?
    let found: FoundModels

    func run() async throws {
        if let providers {
            // Its own address, not the one that a row may have got: only this machine is asked.
            let row = Provider(
                id: Provider.ID("ollama-look"), name: "Ollama", kind: .ollama,
                config: JSONColumn(["base_url": "http://127.0.0.1:11434/api", "first_byte_seconds": 2]), privacyTier: .local)
            let check = await providers.check(row)
            if check.reachable { found.note(check.models) }
        }
        try? await gracefulShutdown()  // cancelled or asked to stop: the end is the same
    }
}
