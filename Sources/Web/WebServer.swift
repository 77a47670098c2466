package import Domain
package import Engine
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
package import Store

/// The HTTP API and the cockpit on this machine's loopback address.
package struct WebServer: Service, CustomStringConvertible {
    /// The service's name in logs; without one its whole contents would be put into words.
    package var description: String { "web" }

    package struct Configuration: Sendable {
        package var host: String
        /// Zero for any free port.
        package var port: Int
        package var token: String
        package var version: String
        package var epoch: Int
        package var schema: String
        /// What the cockpit is made of.
        package var assets: CockpitAssets

        package init(
            host: String = "127.0.0.1", port: Int, token: String, version: String, epoch: Int, schema: String,
            assets: CockpitAssets = .embedded([:])
        ) {
            self.host = host
            self.port = port
            self.token = token
            self.version = version
            self.epoch = epoch
            self.schema = schema
            self.assets = assets
        }
    }

    private let context: WebContext
    private let logger: Logger
    private let onListening: @Sendable (_ port: Int) async throws -> Void

    /// - Parameters:
    ///   - providerChecks: Makes providers and tries them out.
    ///   - secrets: Where secrets are kept.
    ///   - sessions: Lets browsers in.
    ///   - found: What was found on this machine.
    ///   - prices: What models cost.
    ///   - extractText: The words in a file, for search. It is given the first mebibyte and a byte, if there are that many.
    ///   - pulse: What the dispatcher shows of itself.
    ///   - health: How the providers have fared of late.
    ///   - machine: What the machine is.
    ///   - random: A number from 0 up to 1, for made-up names.
    ///   - shutdown: Called when a client asks the server to stop.
    ///   - onListening: Called with the port once the server answers.
    package init(
        configuration: Configuration, store: Store, roles: RoleCatalog, providerChecks: any ProviderChecks & ModelProviders,
        secrets: Secrets, sessions: Sessions, found: FoundModels = FoundModels(),
        prices: any PriceLists,
        extractText: @escaping @Sendable (_ bytes: [UInt8], _ mimeType: String, _ name: String) -> String?,
        preview: ContextPreview, pulse: DispatchPulse, health: ProviderHealth = ProviderHealth(),
        machine: MachineProfile = .unknown, time: any TimeSource, owner: Operator.ID,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }, logger: Logger,
        shutdown: @escaping @Sendable () -> Void, onListening: @escaping @Sendable (_ port: Int) async throws -> Void
    ) {
        context = WebContext(
            configuration: configuration, store: store, roles: roles, providers: providerChecks, secrets: secrets,
            sessions: sessions, found: found, prices: prices, extractText: extractText, preview: preview, pulse: pulse,
            health: health, machine: machine,
            time: time, startedAt: time.now(), owner: owner, random: random, shutdown: shutdown)
        self.logger = logger
        self.onListening = onListening
    }

    package func run() async throws {
        try RouteTable.check(RouteTable.all)
        let port = BoundPort(context.configuration.port)
        let (onListening, shutdown, logger) = (onListening, context.shutdown, logger)
        var application = Application(
            router: Self.router(context, port: port, logger: logger), server: Self.http,
            configuration: ApplicationConfiguration(
                address: .hostname(context.configuration.host, port: context.configuration.port),
                availableConnectionsDelegate: .maximum(Self.connectionLimit, logger: logger)),
            onServerRunning: { channel in
                port.value = channel.localAddress?.port ?? port.value
                do { try await onListening(port.value) } catch {
                    logger.error("The server could not say that it listens.", metadata: ["error": "\(error)"])
                    shutdown()
                }
            }, logger: logger)
        application.addServices(LiveTicker(texts: context.store.feed.texts, time: context.time))
        do { try await application.run() } catch let error where error is IOError || error is SocketAddressError {
            throw CannotListen(address: "\(context.configuration.host):\(context.configuration.port)", reason: "\(error)")
        }
    }

    /// How much of the machine a client can take up before it has shown who it is.
    private static let http = HTTPServerBuilder.http1(
        configuration: HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 16384, maxHeaderListSize: 32768, maxHeaderFieldCount: 100)))

    /// Further ones wait until somebody leaves.
    private static let connectionLimit = 256

    /// Why the server does not answer at its address.
    package struct CannotListen: Error, CustomStringConvertible {
        package let address: String
        package let reason: String

        package var description: String { "The server cannot listen on \(address): \(reason)" }
    }

    static func router(_ context: WebContext, port: BoundPort, logger: Logger) -> Router<Connection> {
        let router = Router(context: Connection.self)
        router.add(
            middleware: FrontDoor(
                port: port, token: context.configuration.token, sessions: context.sessions, time: context.time,
                cockpit: Cockpit(context), logger: logger))
        for route in RouteTable.all {
            router.on(RouterPath(route.path), method: route.method) { request, connection in
                let call = Call(
                    request: request, parameters: connection.parameters, server: context, route: route, port: port.value,
                    cut: connection.cut)
                try AccessPolicy.check(request.head, reaching: route)
                try call.checkContentType(for: route)
                return try await route.handle(call).response
            }
        }
        return router
    }
}
