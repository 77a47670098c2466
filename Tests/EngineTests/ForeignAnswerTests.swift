import Domain
import Store
import TestSupport
import Testing

/// What somebody answers at a provider's address who is no provider.
@Suite(.timeLimit(.minutes(10)))
struct ForeignAnswerTests {
    @Test(arguments: [
        ModelError.foreign("A web page answered instead of a model."),
        ModelError(.malformed, "The model wrote a call that is none."),
        ModelError(.brokenStream, "It broke off."),
    ])
    func `an answer in no format of models is not paid for, and one that is unusable or breaks off is`(
        failure: ModelError
    ) async throws {
        let isForeign = failure.isForeign
        let office = try await Office()
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .fail(failure)))
        let runs = try await office.all(Run.self)
        #expect(!runs.isEmpty && runs.allSatisfy { $0.status == .error })
        #expect(runs.allSatisfy { ($0.promptTokens == 0) == isForeign && ($0.costUsd == .zero) == isForeign })
        #expect(try await office.broken() == [])
    }
}
