import ArgumentParser
import Domain
import FoundationEssentials
import Store

/// `teamx verify`: walks the event chains of all companies.
///
/// It opens the database itself; while a server has it, that server is asked to walk its chains.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that no event of any company was changed or removed.")

    @OptionGroup var location: DatabaseLocation

    func run() async throws {
        var reports: [ChainReport] = []
        do {
            try await location.withMigrator { _, store in
                for company in try await store.read({ try Event.companies(in: $0) }) {
                    let (count, flaw) = try await store.read { try Event.verify(company, in: $0) }
                    let name = try await store.read { try $0.find(Company.self, company)?.name }
                    reports.append(
                        ChainReport(company: company.rawValue, name: name, count: count, flaw: flaw.map { ($0.seq, $0.reason) }))
                }
            }
        } catch DataDirectoryError.inUse {
            reports = try await askServer()
        }
        if location.json {
            print(JSONValue.array(reports.map(\.json)).description)
        } else {
            for report in reports { print(report.sentence) }
        }
        if reports.contains(where: { $0.flaw != nil }) { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    private func askServer() async throws -> [ChainReport] {
        let environment = ProcessInfo.processInfo.environment
        let wishes = ServerLocation.Wishes(data: location.data ?? DataFolder.standard(environment: environment))
        return try await APIClient.with(ServerLocation(wishes, environment: environment)) { client in
            var reports: [ChainReport] = []
            for company in try await client.list(APIPath("companies")).items {
                let id = company.text("id")
                let answer = try await client.get(.company(id, "events", "verification"), timeout: .seconds(600))
                let flaw = answer["flaw"].flatMap { $0 == .null ? nil : ($0.int("seq"), $0.text("reason")) }
                reports.append(ChainReport(company: id, name: company.text("name"), count: answer.int("count"), flaw: flaw))
            }
            return reports
        }
    }
}

/// How one company's chain was found.
private struct ChainReport {
    let company: String
    /// Missing where the company itself is gone.
    let name: String?
    let count: Int
    let flaw: (seq: Int, reason: String)?

    var sentence: String {
        let company = SafeText.line(name ?? company)
        if let flaw { return "\(company): broken at event \(flaw.seq): \(flaw.reason)" }
        return "\(company): \(count) events, all as they were written"
    }

    var json: JSONValue {
        [
            "company_id": .string(company), "events": .integer(Int64(count)), "intact": .bool(flaw == nil),
            "flaw": flaw.map { ["seq": .integer(Int64($0.seq)), "reason": .string($0.reason)] } ?? .null,
        ]
    }
}
