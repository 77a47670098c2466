import Domain
import Testing

@testable import Gateway

struct QuotaWordsTests {
    @Test(
        arguments: [
            ("Rate limit reached. Please try again in 6m0s.", 360), ("try again in 20s", 20), ("Please retry in 2 hours.", 7200),
            ("try again in 1h2m3s", 3723), ("resets in 1 hour 5 minutes", 3900), ("try again in 450ms.", 0.45),
            ("Sign in to see more, then try again in 30 seconds please", 30), ("in 9999999 days", 86_400),
        ] as [(String, Double)])
    func `how long to wait is read from the words`(text: String, seconds: Double) {
        #expect(QuotaWords.wait(in: text) == .seconds(seconds))
    }

    @Test(arguments: ["", "in", "in in in", "in the evening", "in 5", "in m", "in 5 apples", "in 1.2.3s", "within 5 seconds"])
    func `other words say nothing`(text: String) {
        #expect(QuotaWords.wait(in: text) == nil)
    }

    /// What providers write with a refusal, and what it is for us.
    @Test(
        arguments: [
            (429, "Rate limit reached for gpt-4o in organization. Please try again in 1.5s.", ModelError.Class.rateLimited, 1.5),
            (429, "You exceeded your current quota, please check your plan and billing details. insufficient_quota", .quota, nil),
            (400, "Your credit balance is too low to access the API.", .quota, nil),
            (402, "Payment Required", .quota, nil),
            (429, "This request would exceed the rate limit for your organization.", .rateLimited, nil),
            (529, "Overloaded", .server, nil), (503, "The model is overloaded. Please try again later.", .server, nil),
            (500, "<html><body>Bad gateway</body></html>", .server, nil), (401, "invalid x-api-key", .unauthorized, nil),
            (403, "Project does not have access to model", .unauthorized, nil),
            (404, "The model `gpt-9` does not exist", .invalidRequest, nil),
            (400, "maximum context length is 8192 tokens", .invalidRequest, nil), (413, "too large", .invalidRequest, nil),
            (429, "Session limit reached, try again in 3 hours", .quota, 10_800), (408, "", .timeout, nil),
            (301, "", .invalidRequest, nil),
        ] as [(Int, String, ModelError.Class, Double?)])
    func `a refusal is of its class`(status: Int, said: String, kind: ModelError.Class, wait: Double?) {
        let error = ModelError(status: status, said: said, retryAfter: nil)
        #expect(error.class == kind)
        #expect(error.retryAfter == wait.map { .seconds($0) })
    }

    @Test func `a header says it better than the words`() {
        let error = ModelError(status: 429, said: "try again in 5s", retryAfter: .seconds(7))
        #expect(error.retryAfter == .seconds(7))
    }
}
