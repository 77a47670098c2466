import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import TestSupport
import Testing

@testable import Web

/// How failures are told that no request is to blame for.
struct FailureTests {
    private struct Surprise: Error {
        let secret = "sk-123"
    }

    private func answer(to error: any Error & Sendable) async throws -> (status: Int, json: JSONValue) {
        let port = BoundPort(80)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let router = Router(context: BasicRequestContext.self)
        router.add(
            middleware: FrontDoor(
                port: port, token: "t", sessions: Sessions(token: "t", random: Door.bytes), time: ManualTime(), cockpit: nil,
                logger: logger))
        router.get("/api/companies") { _, _ -> String in throw error }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: logger)
        return try await application.test(.ahc(.http)) { client in
            port.value = client.port ?? 0
            let headers: HTTPFields = [.authorization: "Bearer t", .host: "127.0.0.1:\(port.value)"]
            return try await client.execute(uri: "/api/companies", method: .get, headers: headers) { response in
                let json = try? JSONValue(parsing: Array(response.body.readableBytesView))  // what is none is no failure told
                return (Int(response.status.code), json ?? .null)
            }
        }
    }

    @Test func `what nobody foresaw is told without its insides`() async throws {
        for error in [Surprise(), StoreError.statement(code: 1, message: "sk-123", sql: "SELECT sk-123")]
            as [any Error & Sendable]
        {
            let (status, json) = try await answer(to: error)
            #expect(status == 500)
            #expect(json["error"]?["code"] == "internal")
            #expect(!json.description.contains("sk-123"))
        }
    }

    @Test(
        arguments: [
            (StoreError.diskFull, 507, "disk_full"), (.readOnly("/data"), 503, "read_only"), (.busy, 503, "busy"),
            (.constraint("UNIQUE"), 409, "conflict"), (.corrupt("page 3"), 503, "storage"),
        ] as [(StoreError, Int, String)])
    func `a database in trouble says so`(error: StoreError, status: Int, code: String) async throws {
        let answer = try await answer(to: error)
        #expect(answer.status == status)
        #expect(answer.json["error"]?["code"]?.string == code)
    }

    @Test(
        arguments: [
            (VaultError.diskFull, 507, "disk_full"), (.missing("a.txt"), 404, "file_missing"),
            (.damaged("a.txt"), 409, "file_damaged"),
        ] as [(VaultError, Int, String)])
    func `a vault in trouble says so`(error: VaultError, status: Int, code: String) async throws {
        let answer = try await answer(to: error)
        #expect(answer.status == status)
        #expect(answer.json["error"]?["code"]?.string == code)
    }
}
