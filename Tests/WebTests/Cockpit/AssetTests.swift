import Domain
import Foundation
import HTTPTypes
import Testing

@testable import Web

struct AssetTests {
    @Test(arguments: [
        ("js/app.js", "text/javascript; charset=utf-8"), ("js/pages/floor.js", "text/javascript; charset=utf-8"),
        ("css/a.css", "text/css; charset=utf-8"), ("icon.svg", "image/svg+xml"),
        ("words.json", "application/json; charset=utf-8"), ("LICENSE.txt", "text/plain; charset=utf-8"),
        ("index.html", "text/html; charset=utf-8"),
    ])
    func `whoever knows the address of a file has it for good`(path: String, type: String) async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            let answer = try await client.send(.get, "/a/\(CockpitSample.embedded.hash)/\(path)", token: nil)
            #expect(answer.status == 200)
            #expect(String(decoding: answer.bytes, as: UTF8.self) == CockpitSample.files[path])
            #expect(answer.headers[.contentType] == type)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.contentPolicy]?.contains("require-trusted-types-for 'script'") == true)
        }
    }

    @Test func `the addresses change with every file`() {
        func hash(_ files: [String: String]) -> String { CockpitAssets.embedded(files.mapValues { Array($0.utf8) }).hash }
        let hashes = [
            hash([:]), hash(["a.js": "x"]), hash(["a.js": "y"]), hash(["b.js": "x"]), hash(["a.js": "x", "b.js": ""]),
            hash(["a.js": "", "b.js": "x"]), hash(["a.js": "xb.js"]),
        ]
        #expect(Set(hashes).count == hashes.count)
        #expect(hashes.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
        #expect(hash(CockpitSample.files) == CockpitSample.embedded.hash)
    }

    @Test func `another hash leads nowhere`() async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            for hash in ["", "0123456789abcdef", CockpitSample.embedded.hash.uppercased(), "edited"] {
                let answer = try await client.send(.get, "/a/\(hash)/js/app.js", token: nil)
                #expect((answer.status, answer.code) == (404, "not_found"), "\(hash)")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `no address leads out of what the program carries`() async throws {
        try await LiveServer.run(assets: CockpitSample.embedded) { server async throws in
            for path in CockpitSample.hostile {
                let heard = try await server.answer(["GET /a/\(CockpitSample.embedded.hash)/\(path) HTTP/1.1"])
                #expect([" 404", " 400"].contains { heard.status.contains($0) }, "\(path): \(heard.status)")
            }
        }
    }

    @Test func `no address leads out of a folder`() async throws {
        try await CockpitSample.onDisk { root in
            try await LiveServer.run(assets: .folder(root)) { server async throws in
                let known = try await server.answer(["GET /a/edited/js/app.js HTTP/1.1"])
                #expect(known.body == "export {};\n")
                for path in CockpitSample.hostile {
                    let heard = try await server.answer(["GET /a/edited/\(path) HTTP/1.1"])
                    #expect([" 404", " 400"].contains { heard.status.contains($0) }, "\(path): \(heard.status)")
                }
            }
        }
    }

    @Test func `a file in a folder is shown as it is now, and kept by nobody`() async throws {
        try await CockpitSample.onDisk { root in
            try await Door(assets: .folder(root)).open { client async throws in
                try Data("// New.\n".utf8).write(to: root.appending(path: "js/app.js"))
                let answer = try await client.send(.get, "/a/edited/js/app.js", token: nil)
                #expect(String(decoding: answer.bytes, as: UTF8.self) == "// New.\n")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `nothing of the cockpit can be written`() async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            for path in ["/", "/welcome", "/a/\(CockpitSample.embedded.hash)/js/app.js"] {
                for method in [HTTPRequest.Method.post, .put, .delete] {
                    #expect(try await client.send(method, path, []).status == 405)
                }
            }
        }
    }
}
