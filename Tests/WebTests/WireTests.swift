import Domain
import NIOCore
import Testing

@testable import Web

/// What no well-behaved client sends.
@Suite(.timeLimit(.minutes(10)))
struct WireTests {
    @Test(arguments: [
        ["GET /api/companies HTTP/1.1"], ["GET /api/companies HTTP/1.1", "Host: "],
        ["GET /api/companies HTTP/1.1", "Host: evil.example"],
        ["GET /api/companies HTTP/1.1", "Host: evil.example", "Host: HOST"],
        ["GET /api/companies HTTP/1.1", "Host: HOST", "Host: evil.example"],
        ["GET http://evil.example/api/companies HTTP/1.1", "Host: evil.example"], ["GET /api/companies HTTP/1.0"],
        ["GET /api/health HTTP/1.1", "Host: evil.example"],
    ])
    func `who names another server, two or none is sent away`(lines: [String]) async throws {
        try await LiveServer.run { server in
            let lines = lines.map { $0.replacing("HOST", with: "127.0.0.1:\(server.port)") }
            let heard = try await server.answer(lines, host: nil)
            #expect(heard.status == "HTTP/1.1 403 Forbidden" || heard.status.hasPrefix("HTTP/1.1 400"), "\(heard.status)")
            #expect(!heard.contains("items"))
        }
    }

    @Test func `an address may have 8192 bytes`() async throws {
        try await LiveServer.run { server in
            let path = "/api/companies?x="
            let long = path + String(repeating: "x", count: AccessPolicy.addressLimit - path.count)
            #expect(try await server.answer(["GET \(long) HTTP/1.1"]).status == "HTTP/1.1 200 OK")
            let longer = try await server.answer(["GET \(long)x HTTP/1.1"])
            #expect(longer.status == "HTTP/1.1 414 URI Too Long")
            #expect(longer.contains("too_large"))
        }
    }

    @Test(arguments: [(1, 40_000), (200, 10), (3, 12_000)])
    func `header fields are bounded in number and size`(count: Int, size: Int) async throws {
        try await LiveServer.run { server in
            let fields = (0..<count).map { "X-\($0): " + String(repeating: "x", count: size) }
            let heard = try await server.answer(["GET /api/companies HTTP/1.1"] + fields)
            #expect(heard.status == "HTTP/1.1 400 Bad Request")
        }
    }

    @Test func `a body without a length is read no further than it may be long`() async throws {
        try await LiveServer.run { server in
            let piece = "10000\r\n" + String(repeating: " ", count: 65536) + "\r\n"
            let heard = try await server.answer(
                ["POST /api/companies HTTP/1.1", "Content-Type: application/json", "Transfer-Encoding: chunked"],
                body: String(repeating: piece, count: 40) + "0\r\n\r\n")
            #expect(heard.status.hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test func `two lengths, or bytes that are no HTTP, are refused`() async throws {
        try await LiveServer.run { server in
            let both = try await server.answer(
                ["POST /api/companies HTTP/1.1", "Content-Length: 4", "Transfer-Encoding: chunked"], body: "0\r\n\r\n")
            #expect(both.status == "HTTP/1.1 400 Bad Request")
            #expect(try await server.answer(["\u{16}\u{3}\u{1} hello"]).status == "HTTP/1.1 400 Bad Request")
        }
    }

    @Test(arguments: ["HEAD", "OPTIONS", "TRACE", "PUT", "PROPFIND"])
    func `a method that a path does not have is named with those it has`(method: String) async throws {
        try await LiveServer.run { server in
            let heard = try await server.answer(["\(method) /api/companies HTTP/1.1"])
            #expect(heard.status == "HTTP/1.1 405 Method Not Allowed")
            #expect(heard.contains("Allow: GET, POST\r\n"))
            #expect(heard.body.isEmpty == (method == "HEAD"))
            #expect(!heard.contains("Access-Control"))
        }
    }

    @Test func `nobody else listens at its address`() async throws {
        try await LiveServer.run { server in
            let error = await #expect(throws: WebServer.CannotListen.self) {
                try await LiveServer.run(port: server.port) { _ in }
            }
            #expect(error?.address == "127.0.0.1:\(server.port)")
        }
    }
}
