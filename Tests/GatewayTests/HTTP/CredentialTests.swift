import Testing

@testable import Gateway

struct CredentialTests {
    @Test func `a key shows itself to nobody`() throws {
        let credential = try #require(Credential("  sk-secret-1\n"))
        #expect(credential.bearer == "Bearer sk-secret-1")
        var dumped = ""
        dump(credential, to: &dumped)
        #expect(!"\(credential) \(String(reflecting: credential)) \(dumped) \(["k": credential])".contains("secret"))
    }

    @Test(arguments: [nil, "", " \n"])
    func `a blank key is none`(text: String?) { #expect(Credential(text) == nil) }

    @Test(arguments: [
        ("wrong key sk-secret-1.", "wrong key [key]."), ("sk-secret-1sk-secret-1", "[key][key]"), ("sk-secret-", "sk-secret-"),
        ("ssk-secret-1\u{301}", "s[key]\u{301}"), ("", ""),
    ])
    func `a key is struck out wherever it stands`(text: String, clean: String) throws {
        #expect(try #require(Credential("sk-secret-1")).redacted(from: text) == clean)
    }

    @Test func `a quotation is short, on one line and without the key`() {
        let quote = Quotation(hiding: Credential("sk-secret-1"))
        #expect(quote("  a\n\tb \u{1B}[31m\u{0}c  ") == "a b [31m c")
        #expect(quote(String(repeating: "x", count: 495) + "sk-secret-1") == String(repeating: "x", count: 495) + "[key]")
        #expect(quote(String(repeating: "ä ", count: 9000)).count == 499)
        #expect(quote("a\u{202E}b\u{200B}c") == "a b c")
        #expect(quote("a" + String(repeating: "\u{301}", count: 9000)).unicodeScalars.count == 500)
    }

    @Test(arguments: [
        (#"{"error":{"message":"m","type":"t"}}"#, "m"), (#"{"error":"m"}"#, "m"), (#"{"message":"m"}"#, "m"),
        (#"[{"error":{"message":"m"}}]"#, "m"), (#"{"detail":[{"msg":"m","loc":["a"]}]}"#, "m"), (#"{"detail":"m"}"#, "m"),
        (#"{"code":7}"#, #"{"code":7}"#), ("plain m", "plain m"), ("\n <!doctype html><p>m", "(a web page)"), ("", ""),
    ])
    func `the words of an error are found`(body: String, words: String) { #expect(ErrorBody.text(Array(body.utf8)) == words) }
}
