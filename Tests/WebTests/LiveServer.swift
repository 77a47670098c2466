import Domain
import Engine
import Logging
import NIOCore
import NIOPosix
import Store
import Synchronization
import TestSupport

@testable import Web

/// The whole server on a free port, spoken to byte by byte.
struct LiveServer: Sendable {
    let store: Store
    let port: Int

    /// Serves until `body` is done.
    static func run<Value: Sendable>(
        port: Int = 0, assets: CockpitAssets = .embedded([:]), _ body: @escaping @Sendable (LiveServer) async throws -> Value
    ) async throws -> Value {
        let store = try await FreshStore.store(time: ManualTime())
        let owner = try await store.write { try Operator.owner(in: $0) }
        let (ports, tell) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            configuration: .init(port: port, token: Door.token, version: "test", epoch: 1, schema: "test", assets: assets),
            store: store,
            roles: RoleCatalog(),
            providerChecks: NoProviders(secrets: Secrets(store: MemorySecretStore())),
            secrets: Secrets(store: MemorySecretStore()), sessions: Sessions(token: Door.token, random: Door.bytes),
            prices: NoPrices(),
            extractText: { _, _, _ in nil },
            preview: ContextPreview(Door.workplace(store, ManualTime())), pulse: DispatchPulse(slots: 6), time: ManualTime(),
            owner: owner.id,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, shutdown: {}, onListening: { tell.yield($0) })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { tell.finish() }
                try await server.run()
            }
            guard let port = await ports.first(where: { _ in true }) else {
                try await group.waitForAll()
                throw NeverListened()
            }
            let value = try await body(LiveServer(store: store, port: port))
            group.cancelAll()
            while case .failure = await group.nextResult() {}  // it ends because it was cancelled
            return value
        }
    }

    private struct NeverListened: Error {}

    /// Sends a request as it is written and hands `body` what comes back, which is only taken off the wire as it is read.
    func exchange<Value: Sendable>(
        _ request: String,
        _ body: @escaping @Sendable (inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.socketOption(.so_rcvbuf), value: 8192)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: request))
            var bytes = inbound.makeAsyncIterator()
            return try await body(&bytes)
        }
    }

    /// What comes back to a request with these lines, the server's own header fields put in where they are not given.
    func answer(_ lines: [String], body: String = "", host: String? = "HOST") async throws -> Heard {
        var lines = lines
        if let host { lines.append("Host: " + host.replacing("HOST", with: "127.0.0.1:\(port)")) }
        lines += ["Authorization: Bearer \(Door.token)", "Connection: close", "", body]
        return try await exchange(lines.joined(separator: "\r\n")) { bytes in
            var heard = Heard()
            try await heard.rest(&bytes)
            return heard
        }
    }

    /// The lines of a request for a company's stream.
    func streamRequest(_ company: Company.ID, headers: [String] = []) -> String {
        ([
            "GET /api/companies/\(company)/events HTTP/1.1", "Host: 127.0.0.1:\(port)", "Authorization: Bearer \(Door.token)",
            "Accept: text/event-stream", "Connection: close",
        ] + headers + ["", ""]).joined(separator: "\r\n")
    }

    func found() async throws -> Company {
        try await store.write { transaction in
            try Company.found(.init(name: "Aurora"), systemRoles: [], by: Operator.owner(in: transaction).id, in: transaction)
        }
    }

    /// Lets `count` events happen in one commit.
    func happen(_ count: Int, in company: Company.ID, reason: String = "x") async throws {
        try await store.write { transaction in
            for _ in 0..<count { try transaction.record(CompanyPaused(reason: reason), company: company, by: .user("o")) }
        }
    }
}

/// What has been read of a stream so far.
struct Heard {
    private var text = ""

    mutating func take(_ bytes: inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) async throws -> Bool {
        guard let buffer = try await bytes.next() else { return false }
        text += String(buffer: buffer)
        return true
    }

    mutating func rest(_ bytes: inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) async throws {
        while try await take(&bytes) {}
    }

    var status: String { String(text.prefix { $0 != "\r\n" }) }

    /// What comes behind the header fields.
    var body: String {
        text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
    }

    func contains(_ words: String) -> Bool { text.contains(words) }

    /// The numbers of the events, in the order in which they came.
    ///
    /// The last line may not have come whole, so it does not count.
    var sequences: [Int] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropLast().compactMap {
            $0.hasPrefix("id: ") ? Int($0.dropFirst(4)) : nil
        }
    }
}
