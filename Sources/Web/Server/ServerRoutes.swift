import Domain
import HTTPTypes
import Hummingbird

/// The server itself.
enum ServerRoutes {
    static let all = [
        Route(.get, "/api/health", "Say that the server is well", permission: .everyone) { call in
            let configuration = call.server.configuration
            return .json([
                "status": "ok", "version": .string(configuration.version), "schema": .string(configuration.schema),
                "epoch": .integer(Int64(configuration.epoch)),
                "uptime_ms": .integer((call.server.time.now() - call.server.startedAt).wholeMilliseconds),
            ])
        },
        Route(.get, "/api/openapi.json", "Describe the API") { call in
            .json(OpenAPIDocument.make(from: RouteTable.all, version: call.server.configuration.version))
        },
        Route(.post, "/api/shutdown", "Ask the server to stop") { call in
            call.server.shutdown()
            return .json(["status": "stopping"], status: .accepted)
        },
    ]
}
