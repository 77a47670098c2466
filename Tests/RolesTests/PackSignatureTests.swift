import Crypto
import Domain
import Foundation
import Roles
import Testing

struct PackSignatureTests {
    private let signer: PackSigner
    private let stranger: PackSigner
    private let files = [
        PackFile(path: "pack.json", text: #"{"id":"shop"}"#), RoleFileSample().file(),
        PackFile(path: "README.md", text: "Hello."),
    ]

    init() throws {
        signer = try PackSigner(rawPrivateKey: Array(repeating: 1, count: 32))
        stranger = try PackSigner(rawPrivateKey: Array(repeating: 2, count: 32))
    }

    private func signature(by signer: PackSigner) throws -> PackSignature {
        try signer.sign(files, at: Timestamp(milliseconds: 1_700_000_000_000))
    }

    private func signed(by signer: PackSigner) throws -> [PackFile] {
        files + [PackFile(path: "pack.sig", text: try signature(by: signer).text)]
    }

    private func verify(_ files: [PackFile]) throws(PackSignatureError) -> String {
        try PackSignature.verify(files, keys: [signer.publicKey])
    }

    /// A signature file with one member changed or taken away.
    private func altered(_ key: String, _ value: JSONValue?) throws -> [PackFile] {
        var members = try #require(try JSONValue(parsing: signature(by: signer).text).object)
        members[key] = value
        return files + [PackFile(path: "pack.sig", text: JSONValue.object(members).description)]
    }

    @Test func `a signed pack is verified in whatever order its files come`() throws {
        #expect(try verify(signed(by: signer)) == signer.publicKey.fingerprint)
        #expect(try verify(signed(by: signer).reversed()) == signer.publicKey.fingerprint)
    }

    @Test func `the signature file has the published form`() throws {
        let json = try JSONValue(parsing: signature(by: signer).text)
        #expect(json["version"] == 1 && json["algorithm"] == "ed25519" && json["signedAt"] == "2023-11-14T22:13:20Z")
        #expect(json["treeHash"]?.string?.count == 64)
        #expect(Data(base64Encoded: json["signature"]?.string ?? "")?.count == 64)
    }

    @Test func `the tree hash is that of paths and hashes in their order`() throws {
        func hex(_ text: String) -> String { SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined() }
        let list = [files[2], files[0], files[1]]  // README.md, pack.json, roles/…
            .map { "\($0.path)\n\(hex(String(decoding: $0.bytes, as: UTF8.self)))\n" }.joined()
        #expect(try signature(by: signer).treeHash == hex(list))
    }

    @Test func `the fingerprint is that of the key's PEM body`() throws {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: Array(repeating: 1, count: 32)).publicKey
        let head = Data([0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00])
        let body = (head + key.rawRepresentation).base64EncodedString()
        let expected = SHA256.hash(data: Data(body.utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(body.hasPrefix("MCowBQYDK2VwAyEA"))
        #expect(signer.publicKey.fingerprint == expected)
        #expect(PackPublicKey(base64: signer.publicKey.base64) == signer.publicKey)
    }

    @Test func `a changed, added or missing file is noticed`() throws {
        var changed = try signed(by: signer)
        changed[1].bytes.append(0x20)
        #expect(throws: PackSignatureError.changedFiles) { try verify(changed) }
        let added = try signed(by: signer) + [PackFile(path: "roles/ic/new.md", text: "x")]
        #expect(throws: PackSignatureError.changedFiles) { try verify(added) }
        let missing = try Array(signed(by: signer).dropFirst())
        #expect(throws: PackSignatureError.changedFiles) { try verify(missing) }
        var renamed = try signed(by: signer)
        renamed[2].path = "readme.md"
        #expect(throws: PackSignatureError.changedFiles) { try verify(renamed) }
    }

    @Test(arguments: [".DS_Store", ".git/config", "node_modules/x/y.js", "dist/a", "roles/.note.md"])
    func `files that are not signed may come and go`(path: String) throws {
        #expect(try verify(signed(by: signer) + [PackFile(path: path, text: "x")]) == signer.publicKey.fingerprint)
    }

    @Test func `a pack without a signature is noticed first`() {
        #expect(throws: PackSignatureError.missing) { try verify(files) }
    }

    @Test(arguments: ["", "{", "\u{0}", "[1,2"])
    func `a signature that is not JSON is refused`(text: String) {
        #expect(throws: PackSignatureError.notJSON) { try verify(files + [PackFile(path: "pack.sig", text: text)]) }
    }

    @Test(arguments: ["version", "algorithm", "publicKeyFingerprint", "treeHash", "signature"])
    func `a missing field is named`(field: String) throws {
        let files = try altered(field, nil)
        #expect(throws: PackSignatureError.missingField(field)) { try verify(files) }
        let wrong = try altered(field, [])
        #expect(throws: PackSignatureError.missingField(field)) { try verify(wrong) }
    }

    @Test func `another version or algorithm is refused`() throws {
        let version = try altered("version", 2)
        #expect(throws: PackSignatureError.unsupported(field: "version", value: "2")) { try verify(version) }
        let algorithm = try altered("algorithm", "rsa")
        #expect(throws: PackSignatureError.unsupported(field: "algorithm", value: "rsa")) { try verify(algorithm) }
    }

    @Test func `a key that is not trusted is refused before the files are looked at`() throws {
        var files = try signed(by: stranger)
        files[1].bytes = []
        #expect(throws: PackSignatureError.unknownKey(fingerprint: stranger.publicKey.fingerprint)) { try verify(files) }
    }

    @Test func `a stranger's signature under a trusted name is refused`() throws {
        let foreign = try JSONValue(parsing: signature(by: stranger).text)
        let files = try altered("signature", foreign["signature"])
        #expect(throws: PackSignatureError.wrongSignature) { try verify(files) }
        let short = try altered("signature", "AAAA")
        #expect(throws: PackSignatureError.wrongSignature) { try verify(short) }
    }

    @Test func `changed files are noticed before a wrong signature`() throws {
        var files = try altered("signature", "AAAA")
        files[1].bytes = []
        #expect(throws: PackSignatureError.changedFiles) { try verify(files) }
    }

    @Test(arguments: [0, 31, 33, 64])
    func `a private key has 32 bytes`(count: Int) {
        #expect(throws: PackSignerError.malformedKey) { try PackSigner(rawPrivateKey: Array(repeating: 1, count: count)) }
    }

    @Test func `a path that would confuse the list cannot be signed`() {
        let file = PackFile(path: "a\nb", text: "")
        #expect(throws: PackSignerError.unusablePath("a\nb")) { try signer.sign([file], at: Timestamp(milliseconds: 0)) }
    }

    // MARK: Trust

    private func load(_ files: [PackFile], _ mode: PackTrust.Mode) throws(RolePackError) -> RolePackLoad {
        try RolePackLoader(trust: PackTrust(mode: mode, keys: [signer.publicKey])).load(files, folder: "shop")
    }

    @Test(arguments: [PackTrust.Mode.strict, .warn])
    func `a good signature gives the pack its standing`(mode: PackTrust.Mode) throws {
        let load = try load(signed(by: signer), mode)
        #expect(load.pack.standing == .verified(fingerprint: signer.publicKey.fingerprint))
        #expect(load.problems.isEmpty)
    }

    @Test func `strict trust refuses what is not proved`() throws {
        #expect(throws: RolePackError.refused(.missing)) { try load(files, .strict) }
        #expect(throws: RolePackError.refused(.missing)) { try load([RoleFileSample().file()], .strict) }
        let foreign = try signed(by: stranger)
        #expect(throws: RolePackError.self) { try load(foreign, .strict) }
    }

    @Test func `warning trust loads it and says so`() throws {
        let load = try load(files, .warn)
        #expect(load.pack.roles.count == 1)
        #expect(load.pack.standing == .unverified(reason: "it has no pack.sig."))
        #expect(load.problems.map(\.severity) == [.warning])
    }

    @Test func `no trust is asked for when it is off or there is no manifest`() throws {
        #expect(try load(files, .off).pack.standing == .unchecked)
        #expect(try load([RoleFileSample().file()], .warn).pack.standing == .unchecked)
    }
}
