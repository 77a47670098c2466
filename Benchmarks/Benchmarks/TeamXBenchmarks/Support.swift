import Domain
import Engine
import Foundation
import Logging
import Store
import Tools

/// The machine's clock.
struct RealTime: TimeSource {
    func now() -> Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    func sleep(until deadline: Timestamp) async throws {
        let rest = deadline - now()
        if rest > .zero { try await Task.sleep(for: rest) }
    }
}

/// A model that answers at once: first a call, then a sentence.
struct ImmediateModel: ModelProvider, ModelProviders {
    func provider(for row: Provider) throws -> any ModelProvider { self }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        if case .toolResult? = request.messages.last {
            try await onEvent(.text("Good morning."))
            try await onEvent(.usage(TokenUsage(prompt: 900, completion: 12)))
            try await onEvent(.finish(.stop))
        } else {
            try await onEvent(.toolCall(ToolCall(id: "call_1", name: "search_files", arguments: #"{"query":"plan"}"#)))
            try await onEvent(.usage(TokenUsage(prompt: 800, completion: 20)))
            try await onEvent(.finish(.toolCalls))
        }
    }
}

struct Free: Pricing {
    func price(of model: String, at kind: ProviderKind) -> ModelPrice? { ModelPrice(input: .zero, output: .zero) }
}

/// A store on disk in a folder of its own.
struct DiskStore {
    let store: Store
    let folder: String

    init(durability: SQLiteEngine.Durability) async throws {
        folder = FileManager.default.currentDirectoryPath + "/.build/bench-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let feed = EventFeed()
        let engine = try SQLiteEngine(
            path: folder + "/team-x.sqlite", durability: durability, time: RealTime(), ids: IDGenerator()
        ) {
            feed.publish($0)
        }
        try await Migrator(engine).migrate()
        store = Store(engine: engine, feed: feed, vault: Vault(root: folder + "/vault"))
    }

    func remove() async throws {
        try await store.engine.close()
        try FileManager.default.removeItem(atPath: folder)
    }

    func found() async throws -> (company: Company, owner: Operator) {
        try await store.write { transaction in
            let owner = try Operator.owner(in: transaction)
            try Provider.seed(in: transaction)
            return (try Company.found(.init(name: "Bench"), systemRoles: [], by: owner.id, in: transaction), owner)
        }
    }

    func workplace(slots: Int) -> Workplace {
        Workplace(
            store: store, time: RealTime(), roles: RoleCatalog(), providers: ImmediateModel(), pricing: Free(),
            documents: TextDocumentWriter(), extractText: { _, _, _ in nil }, limits: WorkLimits(slots: slots),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
    }
}

/// What a piece of work took, printed beside the benchmark's own figures: CPU metrics are not available everywhere.
func measured(_ name: String, count: Int, _ body: () async throws -> Void) async throws {
    func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let (clock, before) = (ContinuousClock(), cpu())
    let time = try await clock.measure { try await body() }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let used = cpu() - before
    print(
        "\(name): \(Int(Double(count) / seconds)) per second, \(String(format: "%.3f", used * 1000 / Double(count))) ms CPU each")
}
