import ArgumentParser
import Domain
import FoundationEssentials
import Roles

/// `teamx sign-pack`: for those who write role packs.
struct SignPack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-pack", abstract: "Sign a role pack, so that programs that trust the key take it.",
        discussion: """
            The key file holds 32 random bytes and is made when it is missing; keep it to yourself.
            EXAMPLE: teamx sign-pack RolePacks/founders --key ~/.config/team-x/pack.key
            """, shouldDisplay: false)

    @Argument(help: "The pack's folder.") var folder: String
    @Option(help: "The file that holds the private key.") var key: String
    @Flag(help: "Answer in JSON.") var json = false

    func run() async throws {
        let signer = try PackSigner(rawPrivateKey: privateKey())
        try enter(fingerprint: signer.publicKey.fingerprint)
        let signature = try signer.sign(folder: folder, at: SystemTime().now())
        try Data(signature.text.utf8).write(to: URL(filePath: folder + "/pack.sig"))
        let answer: JSONValue = [
            "public_key": .string(signer.publicKey.base64), "fingerprint": .string(signer.publicKey.fingerprint),
        ]
        print(json ? answer.description : "Signed with the key \(signer.publicKey.base64)")
    }

    private func privateKey() throws -> [UInt8] {
        let file = URL(filePath: key)
        if FileManager.default.fileExists(atPath: key) { return Array(try Data(contentsOf: file)) }
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        guard FileManager.default.createFile(atPath: key, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw ValidationError("The key file \(key) cannot be made.")
        }
        return bytes
    }

    /// The fingerprint is part of what is signed, so it is put into the manifest first.
    private func enter(fingerprint: String) throws {
        let path = folder + "/pack.json"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map
        { line in
            guard let start = line.firstRange(of: "\"publicKeyFingerprint\":") else { return String(line) }
            return line[..<start.upperBound] + " \"\(fingerprint)\"" + (line.last == "," ? "," : "")
        }
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
