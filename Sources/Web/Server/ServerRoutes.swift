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
                    "dispatcher": .text, "looked_at": .optional(.number),
                ])), statuses: [.ok, .serviceUnavailable]
        ) { call in
            let (configuration, providers) = (call.server.configuration, call.server.providers)
            let isReal = try await call.store.read { transaction in
                try Provider.list(in: transaction).contains { $0.comesBeforePractice(for: providers) }
            }
            let (now, pulse) = (call.server.time.now(), call.server.pulse)
            let isOverdue = pulse.isOverdue(at: now, since: call.server.startedAt)
            let health: JSONValue = [
                "status": isOverdue ? "stalled" : "ok", "dispatcher": isOverdue ? "overdue" : "alive",
                "looked_at": pulse.lookedAt.map { .integer($0.milliseconds) } ?? .null, "version": .string(configuration.version),
                "schema": .string(configuration.schema),
                "epoch": .integer(Int64(configuration.epoch)),
                "uptime_ms": .integer((now - call.server.startedAt).wholeMilliseconds),
                "practice": .bool(!isReal),
            ]
            return .json(health, status: isOverdue ? .serviceUnavailable : .ok)
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
