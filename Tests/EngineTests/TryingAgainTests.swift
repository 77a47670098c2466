import Domain
import Store
import TestSupport
import Testing

/// What waits to be tried again is tried when its provider is found well.
@Suite(.timeLimit(.minutes(10)))
struct TryingAgainTests {
    @Test func `a chat that waits to be tried again goes on at once when its provider is found well`() async throws {
        let office = try await Office(time: ManualTime())
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.fail(ModelError(.connect, "Nobody answers."))], otherwise: .say("Hello."))
        try await office.steer(model) { office in
            try await office.until { try $0.exists("SELECT 1 FROM agent_wakeup_requests WHERE next_retry_at IS NOT NULL") }
            let began = office.time.now()
            try await office.store.write { try RunCheckpoint.release(at: Provider.ID("ollama-local"), in: $0) }
            #expect(model.requests.count == 1)
            try await office.store.write { try RunCheckpoint.release(at: Provider.ID("anthropic"), in: $0) }
            try await office.untilIdle()
            #expect(office.time.now() == began)
        }
        #expect(model.requests.count == 2)
        #expect(try await office.all(Run.self).map(\.status) == [.error, .success])
    }

    @Test func `what waits for a budget does not go on because a provider is well`() async throws {
        let office = try await Office.ofDollars(time: ManualTime())
        try await office.budget("1", for: office.writer)
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.call("list_colleagues", [:]), .say("Hello.")])
        try await office.steer(model) { office in
            try await office.untilHeld()
            try await office.store.write { try RunCheckpoint.release(at: Provider.ID("anthropic"), in: $0) }
            #expect(try await office.reasons() == ["budget"])
        }
        #expect(model.requests.count == 1)
    }
}
