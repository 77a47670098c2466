import ArgumentParser
import Domain
import Logging
import Store

/// `teamx verify`: walks the event chains of all companies.
///
/// It opens the database itself, since a running server cannot vouch for its own log; the server must be stopped.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that no event of any company was changed or removed.")

    @OptionGroup var location: DatabaseLocation

    func run() async throws {
        var flaws = 0
        try await location.withMigrator { _, store in
            for company in try await store.read({ try Event.companies(in: $0) }) {
                let (count, flaw) = try await store.read { try Event.verify(company, in: $0) }
                if flaw != nil { flaws += 1 }
                report(company, count, flaw)
            }
        }
        if flaws > 0 { throw ExitCode(1) }
    }

    private func report(_ company: Company.ID, _ count: Int, _ flaw: Event.Flaw?) {
        if location.json {
            print(
                JSONValue.object([
                    "company_id": .string(company.rawValue), "events": .integer(Int64(count)), "intact": .bool(flaw == nil),
                    "flaw": flaw.map { ["seq": .integer(Int64($0.seq)), "reason": .string($0.reason)] } ?? .null,
                ]))
        } else if let flaw {
            print("\(company): broken at event \(flaw.seq): \(flaw.reason)")
        } else {
            print("\(company): \(count) events, all as they were written")
        }
    }
}
