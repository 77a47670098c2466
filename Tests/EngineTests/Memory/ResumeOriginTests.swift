import Domain
import Engine
import Store
import TestSupport
import Testing

/// However work that was taken up from a checkpoint ends again, the next checkpoint says where it came from.
@Suite(.timeLimit(.minutes(10)))
struct ResumeOriginTests {
    struct End: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: CheckpointKind
        let line: ScriptedModel.Line

        init(_ name: String, _ kind: CheckpointKind, _ line: ScriptedModel.Line) {
            (testDescription, self.kind, self.line) = (name, kind, line)
        }
    }

    static let ends = [
        End("the provider refuses", .stopped, .fail(ModelError(.unauthorized, "The key was refused."))),
        End("the provider says nothing in time", .timeout, .breakAfter("Once upon", ModelError(.timeout, "It was silent."))),
        End("nothing is said", .stopped, .say("")),
        End("a person has to approve", .approvalBlocked, .call("ask_human", ["question": "May I?", "kind": "approval"])),
        End("a person stops it", .stopped, .hang),
    ]

    @Test(arguments: ends)
    func `what is left says where it came from`(end: End) async throws {
        let office = try await Office()
        try await office.say("Tell me a tale", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: Self.ends[0].line))
        let first = try #require(try await office.all(RunCheckpoint.self).first)
        try await office.store.write { [office] in
            _ = try RunCheckpoint.require(first.id, of: office.company.id, in: $0).resume(
                by: .user(office.owner.id.rawValue), in: $0)
        }
        try await office.steer(ScriptedModel([], otherwise: end.line)) { office in
            if case .hang = end.line {
                try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
                try await office.stopRun()
            }
            try await office.untilIdle()
        }
        let left = try await office.all(RunCheckpoint.self)
        #expect(left.map(\.checkpointKind) == [.stopped, end.kind])
        #expect(left.last?.resumeOrigin?.value.checkpointID == first.id)
        #expect(left.last?.resumeOrigin?.value.checkpointKind == .stopped)
        #expect(left.last?.objective == "Tell me a tale")
        #expect(try await office.broken() == [])
    }

    @Test func `work whose claim lapses again and again leaves the checkpoint of a time-out`() async throws {
        let office = try await Office(time: ManualTime())
        try await office.say("Hello", to: office.writer)
        try await office.steer(ScriptedModel([], otherwise: .hang)) { office in
            for number in 0..<4 {
                try await office.until {
                    try $0.exists("SELECT 1 FROM runs WHERE status = 'running' AND attempt = \(number + 1)")
                }
                office.time.advance(by: .seconds(301))
            }
            try await office.untilIdle()
        }
        #expect(try await office.all(Run.self).map(\.errorClass) == Array(repeating: "stalled", count: 4))
        #expect(try await office.all(RunCheckpoint.self).map(\.checkpointKind) == [.timeout])
        #expect(try await office.broken() == [])
    }
}
