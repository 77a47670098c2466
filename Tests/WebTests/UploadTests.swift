import Domain
import FoundationEssentials
import HTTPTypes
import Store
import Testing

@testable import Web

struct UploadTests {
    /// All that lies in the vault, folders left out.
    private func kept(_ door: Door) throws -> [String] {
        let root = door.store.vault.root
        return (try? FileManager.default.subpathsOfDirectory(atPath: root))?.filter { path in
            var isFolder = false
            return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) && !isFolder
        } ?? []
    }

    @Test func `a file of many pieces comes back whole, and only its beginning is searched`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let bytes = (0..<3_000_000).map { UInt8(ascii: "a") + UInt8($0 % 23) }
            let made = try await client.send(.post, company + "/files?name=long.txt", bytes, type: "text/plain")
            #expect(made.json["size_bytes"]?.integer == 3_000_000)
            let id = VaultFile.ID(made.json["id"]?.string ?? "")
            #expect(try await client.get(company + "/files/\(id)/content").bytes == bytes)
            let text = try await door.store.read { try $0.find(VaultFile.self, id)?.extractedText }
            #expect(text?.utf8.count == (1 << 20) + 1)
            #expect(try kept(door).count == 1)
        }
    }

    @Test func `a file that is too large leaves nothing behind`() async throws {
        let door = try await Door(fileLimit: 3_000_000)
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let before = try await door.eventCount()
            let bytes = [UInt8](repeating: 7, count: 3_000_001)
            let answer = try await client.send(.post, company + "/files?name=big.bin", bytes, type: "application/octet-stream")
            #expect(answer.status == 413)
            #expect(answer.code == "too_large")
            #expect(try kept(door).isEmpty)
            #expect(try await door.eventCount() == before)
        }
    }

    @Test(arguments: [
        ("/api/companies/nobody/files?name=a.txt", 404), ("COMPANY/files", 422), ("COMPANY/files?name=%20", 422),
        ("COMPANY/files?name=a.txt&ticket_id=x", 404),
    ])
    func `a file that has no place is not kept`(path: String, status: Int) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let answer = try await client.send(
                .post, path.replacing("COMPANY", with: company), Array("x".utf8), type: "text/plain")
            #expect(answer.status == status)
            #expect(try kept(door).isEmpty)
        }
    }

    @Test func `a file that is put in twice under one key is put in once, whatever it holds`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let ticket = try await client.post(company + "/tickets", ["title": "T"]).json["id"]?.string ?? ""
            func put(_ text: String, key: String, ticket: String? = nil) async throws -> Door.Client.Answer {
                try await client.send(
                    .post, company + "/files?name=a.txt" + (ticket.map { "&ticket_id=\($0)" } ?? ""), Array(text.utf8),
                    headers: [.idempotencyKey: key], type: "text/plain")
            }
            let one = try await put("words", key: "k", ticket: ticket)
            let before = try await door.eventCount()
            let two = try await put("words", key: "k", ticket: ticket)
            let three = try await put(String(repeating: "other words ", count: 200_000), key: "k")
            #expect((one.status, two.status, three.status) == (201, 200, 200))
            #expect(two.json == one.json)
            #expect(three.json == one.json)
            #expect(try await door.eventCount() == before)
            #expect(try await put("words", key: "another").json["id"] != one.json["id"])
            #expect(try kept(door).count == 1)
        }
    }

    @Test func `clients that put in different files at once under one key get the same one`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let ids = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await client.send(
                            .post, company + "/files?name=a.txt", Array("words \(number % 4)".utf8),
                            headers: [.idempotencyKey: "k"], type: "text/plain"
                        ).json["id"]?.string
                    }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(ids.first != nil)
            #expect(try kept(door).count == 1)
            let id = ids.first.flatMap(\.self) ?? ""
            #expect(try await client.get(company + "/files/\(id)/content").status == 200)
        }
    }

    @Test func `a file whose row cannot be written is taken out again, unless another row speaks of it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            func put(_ text: String) async throws -> Int {
                try await client.send(.post, company + "/files?name=a.txt", Array(text.utf8), type: "text/plain").status
            }
            #expect(try await put("words") == 201)
            try await door.store.write {
                try $0.execute(
                    "CREATE TRIGGER no_more BEFORE INSERT ON file_vault BEGIN SELECT RAISE(ABORT, 'no more'); END")
            }
            #expect(try await put("words") == 409)
            #expect(try await put("other words") == 409)
            #expect(try kept(door).count == 1)
        }
    }
}
