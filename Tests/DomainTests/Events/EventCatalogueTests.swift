import Testing

@testable import Domain

struct EventCatalogueTests {
    @Test func `every type has exactly one payload`() {
        #expect(EventType.payloads.map { $0.type } == EventType.allCases)
        #expect(Set(EventType.payloads.map { ObjectIdentifier($0) }).count == EventType.payloads.count)
    }

    @Test func `every payload has a sample`() {
        let sampled = EventSample.all.map { ObjectIdentifier(type(of: $0.payload)) }
        #expect(sampled == EventType.payloads.map { ObjectIdentifier($0) })
    }

    @Test(arguments: EventType.allCases)
    func `a type is named by words of letters with dots between them`(type: EventType) {
        let words = type.rawValue.split(separator: ".", omittingEmptySubsequences: false)
        #expect((2...3).contains(words.count))
        #expect(words.allSatisfy { $0.first?.isLowercase == true && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } })
    }

    @Test func `a piece of a streaming answer is no event`() { #expect(EventType(rawValue: "token.delta") == nil) }

    @Test(arguments: EventSample.all)
    func `the keys of a payload are those that others rely on`(sample: EventSample) throws {
        let payload = try JSONValue(parsing: JSONText.encode(sample.payload))
        let members = try #require(payload.object)
        #expect(members.keys.sorted().joined(separator: " ") == sample.keys)
        #expect(!members.values.contains(.null))
    }

    @Test(arguments: EventSample.all)
    func `the keys of a payload are in snake case, at every depth`(sample: EventSample) throws {
        let payload = try JSONValue(parsing: JSONText.encode(sample.payload))
        #expect(Self.keys(in: payload).filter { !Self.isSnakeCase($0) } == [])
    }

    @Test func `a payload is written with ids and money as text and times as milliseconds`() {
        let completed = WorkCompleted(
            runID: .init("r1"), threadID: .init("t1"), employeeID: .init("e1"), promptTokens: 1200, completionTokens: 80,
            latencyMs: 950, costUsd: Money(nanoDollars: 4_800_000), toolCalls: 0)
        #expect(
            JSONText.encode(completed)
                == #"{"completion_tokens":80,"cost_usd":"0.0048","employee_id":"e1","latency_ms":950,"prompt_tokens":1200,"#
                + #""run_id":"r1","thread_id":"t1","tool_calls":0}"#)
        let closed = TicketClosed(ticketID: .init("k1"), closedAt: Timestamp(milliseconds: 1_790_000_000_000))
        #expect(JSONText.encode(closed) == #"{"closed_at":1790000000000,"ticket_id":"k1"}"#)
        #expect(JSONText.encode(CompanyResumed()) == "{}")
    }

    @Test func `the report of an external agent is the payload itself`() {
        let report = RuntimeReport(
            sessionID: .init("s1"), employeeID: .init("e1"), adapterKind: .claudeCode, status: .working,
            usage: .init(promptTokens: 3, completionTokens: 4))
        #expect(
            JSONText.encode(RuntimeExecutionOutput(report))
                == #"{"adapter_kind":"claude-code","employee_id":"e1","session_id":"s1","status":"working","#
                + #""usage":{"completion_tokens":4,"prompt_tokens":3}}"#)
    }

    private static func keys(in value: JSONValue) -> [String] {
        switch value {
        case .object(let members): members.flatMap { [$0.key] + keys(in: $0.value) }
        case .array(let items): items.flatMap(keys(in:))
        default: []
        }
    }

    private static func isSnakeCase(_ key: String) -> Bool {
        let words = key.split(separator: "_", omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            word.first?.isLowercase == true && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
        }
    }
}
