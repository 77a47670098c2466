import Foundation
import Testing

@testable import Domain

struct RedactionTests {
    private static let key = "sk-ant/Zq+9 \"x\\y=1"

    @Test(
        arguments: [
            { (text: String) in text }, { Data($0.utf8).base64EncodedString() },
            { Data("user:\($0):more".utf8).base64EncodedString() },
            { Data("x\($0)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_") },
            { JSONValue.string($0).description }, { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" },
            { $0.utf8.map { String(format: "%02x", $0) }.joined() }, { $0.utf8.map { String(format: "%02X", $0) }.joined() },
        ] as [@Sendable (String) -> String])
    func `a secret is found in every form`(form: @Sendable (String) -> String) throws {
        let redaction = try #require(Redaction(of: [Self.key]))
        let text = "before " + form(Self.key) + " after"
        let clean = redaction.redacted(text)
        #expect(clean.contains(Redaction.mark))
        #expect(clean.hasPrefix("before ") && clean.hasSuffix(" after"))
        let inner = String(form(Self.key).dropFirst(8).dropLast(8))
        #expect(!clean.contains(inner))
    }

    @Test(arguments: ["", "plain", "sk-ant/Zq+9", "sk-ant/Zq+9 \"x\\y=", "été 🍵 sk-"])
    func `other text is left as it is`(text: String) throws {
        let redaction = try #require(Redaction(of: [Self.key]))
        #expect(redaction.redacted(text) == text)
    }

    @Test(arguments: ["", "short1", "lm-studio", "ollama-local", "no_key.required"])
    func `what is no secret by itself is not kept out`(value: String) {
        let redactor = Redactor()
        redactor.learn(value)
        #expect(redactor.redaction == nil)
    }

    @Test func `of two secrets that begin alike the longer is found whole`() throws {
        let redaction = try #require(Redaction(of: ["sk-12345678", "sk-12345678-LONGER"]))
        #expect(redaction.redacted("a sk-12345678-LONGER b sk-12345678 c") == "a [secret] b [secret] c")
        var stream = RedactedStream(redaction)
        let pieces = ["a sk-123", "45678", "-LONG", "ER b sk-12345678", " c"].map { stream.take($0) }
        #expect(pieces.joined() + stream.rest() == "a [secret] b [secret] c")
    }

    @Test(arguments: 1...24)
    func `a secret is found wherever a text is cut`(size: Int) throws {
        let redaction = try #require(Redaction(of: ["key-7F3akey-7F3k", "ssssssss1s"]))
        let text = "kkey-7F3akey-7F3k and key-7F3akey ssssssss1s ssssssssssssssss1s été key-7F3akey-7F3kk"
        var stream = RedactedStream(redaction)
        var out = ""
        var rest = Substring(text)
        while !rest.isEmpty {
            out += stream.take(String(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        #expect(out + stream.rest() == redaction.redacted(text))
        #expect(redaction.redacted(text) == "k[secret] and key-7F3akey [secret] ssssssss[secret] été [secret]k")
    }

    @Test func `references name secrets wherever they stand`() throws {
        let config: JSONValue = [
            "env": ["TOKEN": ["secret_ref": "token"], "PLAIN": "x"], "list": [["secret_ref": "other"]],
            "old": ["type": "secret_ref", "providerId": "openai", "key": "apiKey", "version": 1],
        ]
        #expect(config.secretReferences.map(\.place) == ["env.TOKEN", "list[0]", "old"])
        let store = MemorySecretStore(["token": "t-1", "other": "o-1", "provider:openai": "k-1"])
        let resolved = try config.resolved(with: Secrets(store: store))
        #expect(resolved == ["env": ["TOKEN": "t-1", "PLAIN": "x"], "list": ["o-1"], "old": "k-1"])
        #expect(throws: MissingSecret(name: "gone")) {
            try JSONValue.object(["a": ["secret_ref": "gone"]]).resolved(with: Secrets(store: store))
        }
    }
}
