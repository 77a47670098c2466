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
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let before = try await door.eventCount()
            let bytes = [UInt8](repeating: 7, count: Vault.sizeLimit + 1)
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
}
