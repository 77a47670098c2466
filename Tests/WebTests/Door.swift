import Domain
import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import TestSupport
import Testing
import Tools

@testable import Web

/// The API over a fresh store, as a client meets it.
struct Door: Sendable {
    static let token = "tx_test"

    let store: Store
    let time = ManualTime()
    let owner: Operator
    let pulse = DispatchPulse(slots: 6)
    let vault: ClosableSecretStore
    let secrets: Secrets
    let sessions = Sessions(token: Self.token, random: Self.bytes)
    private let context: WebContext

    init(
        fileLimit: Int = Vault.sizeLimit, roles: RoleCatalog = Door.roles, assets: CockpitAssets = .embedded([:])
    ) async throws {
        vault = ClosableSecretStore()
        secrets = Secrets(store: vault)
        store = try await FreshStore.store(time: time, fileLimit: fileLimit)
        owner = try await store.write { transaction in
            try Provider.seed(in: transaction)
            return try Operator.owner(in: transaction)
        }
        context = WebContext(
            configuration: .init(port: 0, token: Self.token, version: "test", epoch: 1, schema: "test", assets: assets),
            store: store,
            roles: roles, providers: NoProviders(secrets: secrets), secrets: secrets, sessions: sessions,
            found: FoundModels(),
            prices: NoPrices(),
            extractText: { bytes, _, _ in String(decoding: bytes, as: UTF8.self) },
            preview: ContextPreview(Self.workplace(store, time)), pulse: pulse, health: ProviderHealth(), machine: .unknown,
            time: time,
            startedAt: time.now(), owner: owner.id, random: { 0.5 }, shutdown: {})
    }

    static func workplace(_ store: Store, _ time: ManualTime) -> Workplace {
        Workplace(
            store: store, time: time, roles: roles, providers: NoProviders(secrets: Secrets(store: MemorySecretStore())),
            pricing: FlatPricing(),
            documents: TextDocumentWriter(), extractText: { _, _, _ in nil },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Sendable static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: .min ... .max) } }

    static let roles = RoleCatalog(packs: [
        RolePack(
            id: "test", name: "Test", version: "1", author: "", license: "", summary: "", standing: .unchecked,
            roles: [
                RoleSpecification(
                    packID: "test", id: "ceo", name: "Chief Executive Officer", level: .officer, manages: ["writer"]),
                RoleSpecification(packID: "test", id: "writer", name: "Content Writer", level: .ic, reportsTo: ["ceo"]),
                RoleSpecification(packID: "test", id: "system-agent", name: "Copilot", level: .system),
            ])
    ])

    /// Runs `body` with a client that speaks real HTTP to a server on a free port.
    func open<Value>(_ body: @escaping @Sendable (Client) async throws -> Value) async throws -> Value {
        let port = BoundPort(0)
        let router = WebServer.router(context, port: port, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await Self.turnstile.enter()
        let result: Result<Value, any Error>
        do {
            let value = try await application.test(.ahc(.http)) { client in
                port.value = client.port ?? 0
                return try await body(Client(client: client, host: "127.0.0.1:\(port.value)"))
            }
            result = .success(value)
        } catch {
            result = .failure(error)
        }
        await Self.turnstile.leave()
        return try result.get()
    }

    private static let turnstile = Turnstile(12)

    struct Client: Sendable {
        let client: any TestClientProtocol
        let host: String

        struct Answer {
            let status: Int
            let json: JSONValue
            let headers: HTTPFields
            let bytes: [UInt8]

            var code: String? { json["error"]?["code"]?.string }
            var field: String? { json["error"]?["details"]?["field"]?.string }
            var message: String { json["error"]?["message"]?.string ?? "" }
        }

        func send(
            _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]? = nil, headers: [HTTPField.Name: String] = [:],
            token: String? = Door.token, type: String? = "application/json"
        ) async throws -> Answer {
            var fields = HTTPFields()
            if let token { fields[.authorization] = "Bearer \(token)" }
            if body != nil, let type { fields[.contentType] = type }
            let port = host.split(separator: ":").last.map(String.init) ?? ""
            fields[.host] = host
            for (name, value) in headers { fields[name] = value.replacing("PORT", with: port) }
            return try await client.execute(
                uri: path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) }
            ) { response in
                let bytes = Array(response.body.readableBytesView)
                let json = (try? JSONValue(parsing: bytes)) ?? .null  // not every answer is JSON
                if response.status.code < 400, path.hasPrefix("/api/") {
                    let flaw = DocumentedAnswer.flaw(method, path, response.status, json)
                    #expect(flaw == nil, "\(method) \(path)")
                }
                return Answer(status: Int(response.status.code), json: json, headers: response.headers, bytes: bytes)
            }
        }

        func get(_ path: String) async throws -> Answer { try await send(.get, path) }

        func post(_ path: String, _ body: JSONValue = [:], key: String? = nil) async throws -> Answer {
            try await send(.post, path, Array(body.description.utf8), headers: key.map { [.idempotencyKey: $0] } ?? [:])
        }

        func put(_ path: String, _ body: JSONValue = [:]) async throws -> Answer {
            try await send(.put, path, Array(body.description.utf8))
        }
        func patch(_ path: String, _ body: JSONValue) async throws -> Answer {
            try await send(.patch, path, Array(body.description.utf8))
        }
        func delete(_ path: String) async throws -> Answer { try await send(.delete, path) }

        /// A company with a head, by its address.
        func found(_ name: String = "Aurora") async throws -> (path: String, chief: String) {
            let company = try await post("/api/companies", ["name": .string(name)]).json["id"]?.string ?? ""
            let path = "/api/companies/\(company)"
            return (path, try await post(path + "/employees", ["role": "ceo", "name": "Ada"]).json["id"]?.string ?? "")
        }
    }
}

extension HTTPField.Name {
    /// Set by tests in place of the client's own.
    static let host = HTTPField.Name("Host") ?? .authorization
}
