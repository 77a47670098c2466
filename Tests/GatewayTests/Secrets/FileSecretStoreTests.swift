import Domain
import Foundation
import TestSupport
import Testing

@testable import Gateway

struct FileSecretStoreTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "team-x-secrets-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var path: String { folder + "/secrets.sealed" }
    private var keyPath: String { folder + "/secrets.key" }

    private func store(_ passphrase: String? = nil) -> FileSecretStore {
        FileSecretStore(path: path, keyPath: keyPath, passphrase: passphrase) { count in
            var random = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        }
    }

    private func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    private func put(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test(arguments: UInt64(1)...8)
    func `what was set is there for the next one, and stands nowhere in the files`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var expected: [String: String] = [:]
        for number in 0..<20 {
            let length = Int.random(in: 1...300, using: &random)
            let value = String(
                String.UnicodeScalarView(
                    (0..<length).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...0xD7FF, using: &random)) }))
            expected["name-\(number % 13)"] = value
            try store().set(value, for: "name-\(number % 13)")
        }
        #expect(try store().remove("name-0"))
        #expect(try !store().remove("name-0"))
        expected["name-0"] = nil
        let reopened = store()
        for (name, value) in expected { #expect(try reopened.value(of: name) == value) }
        #expect(try reopened.value(of: "name-0") == nil)
        let raw = try bytes(path) + bytes(keyPath)
        for value in expected.values where value.utf8.count > 3 { #expect(!raw.contains(Array(value.utf8))) }
        #expect(try mode(path) == 0o600)
        #expect(try mode(keyPath) == 0o600)
    }

    @Test func `a file that is put in the place of the one that was read is read, one taken away is not forgotten`() throws {
        try store().set("sk-canary-1", for: "a")
        let early = try bytes(path)
        let store = store()
        #expect(try store.value(of: "b") == nil)
        try self.store().set("sk-canary-2", for: "b")
        #expect(try store.value(of: "b") == "sk-canary-2")
        #expect(try store.value(of: "a") == "sk-canary-1")
        try FileManager.default.removeItem(atPath: path)
        #expect(try store.value(of: "c") == nil)
        #expect(try store.value(of: "b") == "sk-canary-2")
        try put(early, path)
        #expect(try store.value(of: "c") == nil)
        #expect(try store.value(of: "b") == nil)
    }

    @Test func `each byte that is changed, and each length it is cut to, is told and changes nothing`() throws {
        try store().set("sk-canary-1", for: "a")
        let whole = try bytes(path)
        func expectRefusal(_ content: [UInt8], _ what: String) throws {
            try put(content, path)
            let damaged = store()
            #expect(throws: SecretStoreError.damaged(path: path), "\(what)") { try damaged.value(of: "a") }
            #expect(throws: SecretStoreError.damaged(path: path), "\(what)") { try damaged.set("new", for: "b") }
            #expect(try bytes(path) == content)
        }
        for place in whole.indices {
            var changed = whole
            changed[place] ^= 1 << UInt8(place % 8)
            try expectRefusal(changed, "byte \(place)")
            try expectRefusal(Array(whole.prefix(place)), "cut at \(place)")
        }
        try expectRefusal(whole + [0], "longer")
        try put(whole, path)
        #expect(try store().value(of: "a") == "sk-canary-1")
    }

    @Test func `a seal that somebody has made anew around changed contents does not open`() throws {
        try store().set("sk-canary-1", for: "a")
        let whole = try bytes(path)
        for place in stride(from: 10, to: whole.count - 32, by: 3) {
            var changed = Array(whole.dropLast(32))
            changed[place] ^= 4
            try put(SealedBoxTestAid.withSum(changed), path)
            #expect(throws: SecretStoreError.wrongKey(path: path, key: keyPath)) { try store().value(of: "a") }
        }
        try put(SealedBoxTestAid.withSum(Array("TEAMXSEC".utf8) + [2] + whole.dropFirst(9).dropLast(32)), path)
        #expect(throws: SecretStoreError.unknownFormat(path: path)) { try store().value(of: "a") }
    }

    @Test func `a passphrase opens what it sealed, and nothing else does`() throws {
        try store("correct horse").set("sk-canary-1", for: "a")
        #expect(try store("correct horse").value(of: "a") == "sk-canary-1")
        #expect(throws: SecretStoreError.wrongPassphrase(path: path)) { try store("wrong horse").value(of: "a") }
        #expect(throws: SecretStoreError.passphraseNeeded(path: path)) { try store().value(of: "a") }
        let before = try bytes(path)
        #expect(throws: SecretStoreError.wrongPassphrase(path: path)) { try store("wrong horse").set("x", for: "b") }
        #expect(try bytes(path) == before)
        #expect(!FileManager.default.fileExists(atPath: keyPath))
    }

    @Test func `a file of a key is sealed with the passphrase once there is one`() throws {
        try store().set("sk-canary-1", for: "a")
        #expect(try store("correct horse").value(of: "a") == "sk-canary-1")
        #expect(throws: SecretStoreError.passphraseNeeded(path: path)) { try store().value(of: "a") }
    }

    @Test func `a key that is gone is told, and no other is made in its place`() throws {
        try store().set("sk-canary-1", for: "a")
        let key = try bytes(keyPath)
        try FileManager.default.removeItem(atPath: keyPath)
        #expect(throws: SecretStoreError.keyMissing(path: path, key: keyPath)) { try store().set("x", for: "b") }
        #expect(!FileManager.default.fileExists(atPath: keyPath))
        try put(Array(key.reversed()), keyPath)
        #expect(throws: SecretStoreError.wrongKey(path: path, key: keyPath)) { try store().value(of: "a") }
        try put(key, keyPath)
        #expect(try store().value(of: "a") == "sk-canary-1")
    }

    @Test func `a link in the file's place is not followed`() throws {
        try put([1, 2, 3], folder + "/elsewhere")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder + "/elsewhere")
        #expect(throws: SecretStoreError.self) { try store().value(of: "a") }
        #expect(throws: SecretStoreError.self) { try store().set("x", for: "a") }
        #expect(try bytes(folder + "/elsewhere") == [1, 2, 3])
    }
}
