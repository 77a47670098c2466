import Domain
import Testing

@testable import teamx

struct PracticeWorkTests {
    private let work = PracticeWork([
        ["provider": "practice", "employee_id": "ada", "started_at": 100, "ended_at": 200],
        ["provider": "practice", "employee_id": "ada", "started_at": 900, "ended_at": nil],
        ["provider": "openai", "employee_id": "ada", "started_at": 300, "ended_at": 400],
    ])

    @Test(arguments: [
        ("ada", 99, ""), ("ada", 100, " (practice model)"), ("ada", 200, " (practice model)"), ("ada", 350, ""),
        ("ada", 5000, " (practice model)"), ("grace", 150, ""),
    ])
    func `what was written in a turn of the practice model is marked`(author: String, moment: Int64, mark: String) {
        #expect(work.mark(["author_id": .string(author), "created_at": .integer(moment)]) == mark)
        #expect(work.mark(["uploaded_by": .string(author), "created_at": .integer(moment)]) == mark)
    }
}
