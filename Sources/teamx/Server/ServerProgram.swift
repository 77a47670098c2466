import Domain
import Engine
import FoundationEssentials
import Gateway
import Knowledge
import Logging
import ServiceLifecycle
import Store
import Tools
import UnixSignals
import Web

/// The composition root: everything the server is made of comes together here, and nowhere else.
struct ServerProgram: Sendable {
    private let options: ServerOptions
    private let redactor = Redactor()
    private let logger: Logger

    init(_ options: ServerOptions, logger: Logger) {
        self.options = options
        var logger = logger
        logger.handler = RedactedLogHandler(logger.handler, redactor: redactor)
        self.logger = logger
    }

    /// Runs until it is asked to stop, by a signal or by a client.
    ///
    /// - Parameter onReady: Told the address and token once the server listens.
    /// - Throws: `DataDirectoryError`, `StoreError` and others that keep the server from starting.
    func run(onReady: @escaping @Sendable (ServerReady) async throws -> Void) async throws {
        FilePrivacy.begin()
        let time = SystemTime()
        try await OpenStore.with(options, time: time, redactor: redactor, logger: logger) { open in
            try await OutboundHTTP.with { http in try await serve(open, http: http, time: time, onReady: onReady) }
        }
    }

    private func serve(
        _ open: OpenStore, http: OutboundHTTP, time: any TimeSource,
        onReady: @escaping @Sendable (ServerReady) async throws -> Void
    ) async throws {
        let store = open.store
        EntryPage.clear(in: open.directory.path)
        let token = try AccessToken.load(at: open.directory.tokenPath)
        async let reading = BuiltIn.roles(logger: logger)
        redactor.learn(token)
        let process = ProcessInfo.processInfo
        let secrets = Secrets(
            store: SecretStoreChoice.store(in: open.directory.path, environment: process.environment, random: Self.random),
            redactor: redactor)
        let (owner, epoch, recovery) = try await store.write { transaction in
            try Provider.seed(in: transaction)
            let (epoch, recovery) = try ServerEpoch.begin(
                bootID: process.globallyUniqueString, process: process.processIdentifier, in: transaction)
            return (try Operator.owner(in: transaction), epoch, recovery)
        }
        for (work, reason) in recovery.stuck {
            logger.error(
                "Interrupted work could not be ended; it stays as it is.", metadata: ["wakeup": "\(work)", "error": "\(reason)"])
        }
        if recovery.workRequeued > 0 {
            logger.notice(
                "Work that was interrupted goes on.",
                metadata: ["runs": "\(recovery.runsEnded)", "queued again": "\(recovery.workRequeued)"])
        }
        let catalog = ProviderCatalog(
            http: http, time: time, practice: PracticeProvider(time: time, pace: options.practicePace), secrets: secrets
        ) { name in
            process.environment[name]
        }
        let providers = GuardedProviders(catalog, redactor: redactor)
        try await look(up: secrets, for: providers, in: store)
        let found = FoundModels()
        let prices = PriceBook(try BuiltIn.prices(time: time), time: time)
        do { try prices.override(with: try await store.read { try PriceOverrides.file(in: $0) }) } catch is RuleViolation {
            logger.warning("The imported prices cannot be read any more; import them anew.")
        }
        let roles = try await reading
        var limits = WorkLimits()
        if let slots = options.slots { limits.slots = slots }
        let workplace = Workplace(
            store: store, time: time, roles: roles, providers: providers, pricing: prices,
            documents: TextDocumentWriter(), extractText: { TextExtraction.text(of: $0, mimeType: $1, name: $2) }, limits: limits,
            machine: .current, logger: logger)
        let endings = PrivateFile(path: open.directory.endedSessionsPath)
        let ended = EndedSessions(String(decoding: try endings.read() ?? [], as: UTF8.self)) { text in
            try endings.replace(with: Array(text.utf8))
        }
        let sessions = Sessions(token: token, ended: ended, random: Self.random)
        let pulse = DispatchPulse(slots: limits.slots)
        let stop = StopSign()
        let web = WebServer(
            configuration: .init(
                port: options.port, token: token, version: Version.text, epoch: epoch.epoch, schema: Version.schema,
                assets: options.webRoot.map { .folder(URL(filePath: $0)) } ?? BuiltIn.cockpit),
            store: store, roles: roles, providerChecks: providers, secrets: secrets, sessions: sessions, found: found,
            prices: prices, extractText: workplace.extractText, preview: ContextPreview(workplace), pulse: pulse,
            health: workplace.health,
            machine: workplace.machine, time: time, owner: owner.id, logger: logger,
            shutdown: { stop.raise() }
        ) { port in
            let ready = ServerReady(
                address: "http://127.0.0.1:\(port)", token: token, data: open.directory.path,
                giveCode: { sessions.codes.issue(at: time.now()).code }, stop: { stop.raise() })
            try open.directory.announce(address: ready.address)
            try await onReady(ready)
        }
        var group = ServiceGroupConfiguration(
            services: [
                .init(service: FeedService(feed: store.feed)),
                .init(service: OllamaLook(providers: options.looksForOllama ? providers : nil, found: found)),
                .init(service: Dispatcher(workplace, epoch: epoch.epoch, pulse: pulse)),
                .init(service: SecretsWatch(secrets: secrets, health: workplace.health, time: time)),
                .init(service: SearchIndexer(workplace)),
                .init(service: web), .init(service: stop, successTerminationBehavior: .gracefullyShutdownGroup),
            ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(15)
        try await ServiceGroup(configuration: group).run()
        try await store.write { try ServerEpoch.end(epoch.epoch, in: $0) }
    }
}

extension ServerProgram {
    /// Looks every secret up once, so that it is known before anything is written, and says which cannot be read.
    private func look(up secrets: Secrets, for providers: some ProviderChecks, in store: Store) async throws {
        let (set, names, rows) = try await store.read {
            (try SecretNames.list(in: $0), try SecretNames.expected(in: $0), try Provider.list(in: $0))
        }
        secrets.expect(set)
        for name in names {
            do throws(SecretStoreError) { _ = try secrets.value(of: name) } catch {
                logger.warning("Secrets cannot be read.", metadata: ["reason": "\(error)"])
                break
            }
        }
        for row in rows { _ = providers.key(of: row) }
    }

    /// Bytes that nobody can guess.
    @Sendable private static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// A server that listens.
struct ServerReady: Sendable {
    /// Such as `http://127.0.0.1:4870`.
    let address: String
    let token: String
    let data: String
    /// Makes a code that lets a browser in, once.
    let giveCode: @Sendable () -> String
    let stop: @Sendable () -> Void
}
