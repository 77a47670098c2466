import Domain
import Store
import TestSupport
import Testing

/// What somebody answers at a provider's address who is no provider.
@Suite(.timeLimit(.minutes(10)))
struct ForeignAnswerTests {
    @Test(arguments: [true, false])
    func `an answer in no format of models is not paid for, and one that breaks off is`(isForeign: Bool) async throws {
        let office = try await Office()
        try await office.say("Hello", to: office.writer)
        let failure = ModelError(isForeign ? .malformed : .brokenStream, "A web page answered instead of a model.")
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .fail(failure)))
        let runs = try await office.all(Run.self)
        #expect(!runs.isEmpty && runs.allSatisfy { $0.status == .error })
        #expect(runs.allSatisfy { ($0.promptTokens == 0) == isForeign && ($0.costUsd == .zero) == isForeign })
        #expect(try await office.broken() == [])
    }
}
