import Testing

@testable import teamx

struct EventLineTests {
    @Test func `what the story has no words for is told by its name and what tells most`() {
        var line = EventLine()
        line.learn(event("employee.hired", ["employee_id": "a", "name": "Ada Moreau", "level": "IC"]))
        line.learn(event("ticket.created", by: "a", ["ticket_id": "t", "number": 3, "title": "Mend it"]))
        func text(_ record: EventRecord) -> String { String(line.text(record, on: .piped).dropFirst("00:00:00  ".count)) }
        #expect(text(event("ticket.unblocked", by: "a", ["ticket_id": "t"])) == "Ada Moreau        ticket.unblocked  #3")
        #expect(
            text(event("tool.called", ["employee_id": "a", "tool_name": "write_document"]))
                == "Ada Moreau        tool.called  write_document")
        #expect(text(event("company.updated", ["patched_keys": ["model"]])) == "Team-X            company.updated")
        #expect(text(event("ticket.closed", ["ticket_id": "t"])) == "Done              #3 Mend it  (1 of 1 done)")
    }
}
