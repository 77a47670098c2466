import Domain
import Testing

@testable import Gateway

struct EndpointTests {
    @Test(arguments: [
        ("https://api.openai.com/v1", "https://api.openai.com/v1/models"),
        (" HTTPS://Host.Example:8443// ", "https://host.example:8443/models"),
        ("http://[::1]:8080/v1/", "http://[::1]:8080/v1/models"), ("http://127.0.0.1", "http://127.0.0.1/models"),
    ])
    func `a base URL is tidied`(text: String, models: String) throws { #expect(try Endpoint(text).url("models") == models) }

    @Test(arguments: [
        "", "api.openai.com/v1", "ftp://host/", "file:///etc/passwd", "http://", "https:///v1", "http://user@host/",
        "http://u:secret@host/",
        "http://host/?key=secret", "http://host/#x", "javascript:alert(1)",
    ])
    func `anything else is refused without being repeated`(text: String) {
        let error = #expect(throws: ModelError.self) { try Endpoint(text) }
        #expect(error?.class == .invalidRequest)
        #expect(error?.message.contains("secret") == false)
    }

    @Test(arguments: ["http://h:1", "http://h:1/", "http://h:1/api", "http://h:1/api/", "http://h:1/v1"])
    func `an address of Ollama leads to each of its APIs`(text: String) throws {
        #expect(try Endpoint(text).ollamaCompatible.url("models") == "http://h:1/v1/models")
        #expect(try Endpoint(text).ollamaNative.url("chat") == "http://h:1/api/chat")
    }

    @Test(arguments: [("http://h:1", "http://h:1/v1/x"), ("http://h:1/", "http://h:1/v1/x"), ("http://h:1/p", "http://h:1/p/x")])
    func `an address that names only a server leads to where the API usually is`(text: String, url: String) throws {
        #expect(try Endpoint(text).orBelow("v1").url("x") == url)
    }
}
