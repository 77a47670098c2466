import Domain
import Engine
import HTTPTypes
import Store

/// The server itself.
enum ServerRoutes {
    static let all = [
        Route(
            .get, "/api/health", "Say that the server is well", permission: .everyone,
            answer: .json(
                .members([
                    "status": .text, "version": .text, "schema": .text, "epoch": .number, "uptime_ms": .number, "practice": .flag,
                ]))
        ) { call in
            let (configuration, providers) = (call.server.configuration, call.server.providers)
            let isReal = try await call.store.read { transaction in
                try Provider.list(in: transaction).contains { $0.enabled && $0.kind != .practice && $0.isSetUp(for: providers) }
            }
            return .json([
                "status": "ok", "version": .string(configuration.version), "schema": .string(configuration.schema),
                "epoch": .integer(Int64(configuration.epoch)),
                "uptime_ms": .integer((call.server.time.now() - call.server.startedAt).wholeMilliseconds),
                "practice": .bool(!isReal),
            ])
        },
        Route(.get, "/api/openapi.json", "Describe the API") { call in
            .json(OpenAPIDocument.make(from: RouteTable.all, version: call.server.configuration.version))
        },
        Route(.post, "/api/shutdown", "Ask the server to stop", answer: .json(.members(["status": .text])), statuses: [.accepted])
        { call in
            call.server.shutdown()
            return .json(["status": "stopping"], status: .accepted)
        },
    ]
}
