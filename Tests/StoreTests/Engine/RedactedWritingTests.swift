import Domain
import Store
import TestSupport
import Testing

struct RedactedWritingTests {
    private static let key = "sk-canary-42Zq"

    @Test func `no text that is written holds a secret, and the chain of events stands`() async throws {
        let redactor = Redactor()
        let engine = try await FreshStore.engine(time: ManualTime(), redactor: redactor)
        redactor.learn(Self.key)
        let company = Company(
            id: Company.ID("c"), name: "Has \(Self.key)", slug: "c", createdAt: Timestamp(milliseconds: 0))
        try await engine.write { transaction in
            try transaction.insert(company)
            try transaction.record(
                SettingChanged(key: "k", value: .string("Bearer \(Self.key)!")), company: company.id, by: .orchestrator)
        }
        let (name, text, flaw) = try await engine.read { transaction in
            let name: String? = try transaction.value("SELECT name FROM companies")
            let text: String? = try transaction.value("SELECT payload_json FROM events")
            return (name, text, try Event.verify(company.id, in: transaction).flaw == nil)
        }
        #expect(name == "Has [secret]")
        #expect(text == #"{"key":"k","value":"Bearer [secret]!"}"#)
        #expect(flaw)
    }
}
