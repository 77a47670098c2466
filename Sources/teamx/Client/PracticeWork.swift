import Domain

/// Tells what the practice model wrote, which is never to be taken for real work.
///
/// A row does not say so itself, but the run in which it was made does.
struct PracticeWork: Sendable {
    private let turns: [Turn]

    private struct Turn: Sendable {
        let employee: String
        let begin: Int
        let end: Int
    }

    /// - Parameter runs: Rows of runs as the API shows them.
    init(_ runs: [JSONValue]) {
        turns = runs.filter { $0["provider"]?.string == ProviderKind.practice.rawValue }.map { run in
            Turn(
                employee: run.text("employee_id"), begin: run.int("started_at"),
                end: run["ended_at"]?.serverNumber ?? .max)
        }
    }

    /// What is put behind the name of whoever wrote this message or file: nothing for real work.
    func mark(_ row: JSONValue) -> String {
        let author = row["author_id"]?.string ?? row["uploaded_by"]?.string
        let moment = row.int("created_at")
        let isPractice = turns.contains { $0.employee == author && ($0.begin...max($0.begin, $0.end)).contains(moment) }
        return isPractice ? " (practice model)" : ""
    }
}

extension ClientDesk {
    /// What the practice model wrote in this company lately.
    func practiceWork(of company: String) async throws -> PracticeWork {
        PracticeWork(try await client.list(.company(company, "runs"), limit: APIClient.pageSize).items)
    }
}
