import Domain
import TestSupport
import Testing

@testable import Gateway

/// The practice model, told to fail.
struct PracticeFaultTests {
    private struct Outcome {
        var text = ""
        var usage: TokenUsage?
        var isFinished = false
        var error: ModelError?
    }

    private func call(_ provider: PracticeProvider, model: String) async throws -> Outcome {
        var outcome = Outcome()
        let request = ModelRequest(
            model: model, system: "You are Noor, Content Writer at Aurora.", messages: [.user("Hello, how are you?")])
        do {
            try await provider.stream(request) { event in
                switch event {
                case .text(let text): outcome.text += text
                case .usage(let usage): outcome.usage = usage
                case .finish: outcome.isFinished = true
                default: break
                }
            }
        } catch let error as ModelError { outcome.error = error }
        return outcome
    }

    private let provider = PracticeProvider(time: ManualTime(leaps: true), pace: .zero)

    @Test(
        arguments: [
            ("rate-limited", ModelError.Class.rateLimited), ("quota", .quota), ("overloaded", .server), ("unreachable", .connect),
            ("unauthorized", .unauthorized),
        ])
    func `it refuses a call before anything has come`(name: String, kind: ModelError.Class) async throws {
        let outcome = try await call(provider, model: "practice+\(name)")
        #expect(outcome.error?.class == kind)
        #expect(outcome.text.isEmpty && !outcome.isFinished)
    }

    @Test(arguments: [("stall", ModelError.Class.timeout), ("half", .brokenStream), ("garbage", .malformed)])
    func `it fails in the middle of the answer`(name: String, kind: ModelError.Class) async throws {
        let whole = try await call(provider, model: "practice").text
        let outcome = try await call(provider, model: "practice+\(name)")
        #expect(outcome.error?.class == kind)
        #expect(!outcome.text.isEmpty && outcome.text != whole && whole.hasPrefix(outcome.text))
    }

    @Test func `it reports token counts that cannot be, and none`() async throws {
        let wrong = try await call(provider, model: "practice+wrong-usage")
        #expect(wrong.usage?.prompt == -1 && wrong.isFinished && wrong.error == nil)
        let none = try await call(provider, model: "practice+no-usage")
        #expect(none.usage == nil && none.isFinished && none.error == nil)
    }

    @Test func `every third call fails, and the others do not`() async throws {
        var failures: [Bool] = []
        for _ in 0..<6 { failures.append(try await call(provider, model: "practice+overloaded/3").error != nil) }
        #expect(failures == [false, false, true, false, false, true])
    }

    @Test(arguments: ["practice", "practice+", "practice+nonsense", "practice+half/0", "practice+half/x"])
    func `a name that means no fault, or every call`(model: String) async throws {
        let outcome = try await call(provider, model: model)
        #expect((outcome.error == nil) == !model.contains("half"))
    }
}
