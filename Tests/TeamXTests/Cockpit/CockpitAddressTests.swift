import Testing

@testable import teamx

struct CockpitAddressTests {
    @Test func `the code stands behind what a browser sends`() {
        var address = CockpitAddress(server: "http://127.0.0.1:4870", code: "abcd-efgh-jkmn")
        #expect(address.description == "http://127.0.0.1:4870/enter#abcd-efgh-jkmn")
        address.page = "/c/a/t/AUR-12"
        #expect(address.description == "http://127.0.0.1:4870/enter?to=%2Fc%2Fa%2Ft%2FAUR-12#abcd-efgh-jkmn")
    }

    @Test(arguments: [
        ("floor", "/c/aurora/floor"), ("t/AUR-12", "/c/aurora/t/AUR-12"), ("doctor", "/doctor"), ("search", "/search"),
        ("/", "/"), ("/welcome", "/welcome"), ("/c/other/board", "/c/other/board"),
    ])
    func `a word is a page`(word: String, page: String) async throws {
        #expect(try await CockpitAddress.page(word) { "aurora" } == page)
    }

    @Test(arguments: ["", "//evil.example", "https://evil.example", "a b", "#x", "a?b", "ü", "a\\b", "a\n"])
    func `what can be no page is refused`(word: String) async throws {
        await #expect(throws: CommandFailure.self) { try await CockpitAddress.page(word) { "aurora" } }
    }
}
