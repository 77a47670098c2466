import ArgumentParser
import Domain

/// Which company a command means.
struct CompanyOption: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: "The company's slug, name or id; otherwise $TEAMX_COMPANY, what “company use” chose, or the only one there is.")
    var company: String?

    /// The id of the company that is meant.
    ///
    /// - Parameter argument: What the command was told without an option.
    /// - Throws: ``CommandFailure`` when there are several and none is named, and when the one named is not there.
    func id(_ desk: ClientDesk, or argument: String? = nil) async throws -> String {
        let companies = try await desk.client.list(APIPath("companies")).items
        let variable = desk.environment["TEAMX_COMPANY"].flatMap { $0.isEmpty ? nil : $0 }
        if let said = argument ?? company { return try Self.find(said, among: companies).text("id") }
        if let variable { return try told(Self.find(variable, among: companies, source: "TEAMX_COMPANY"), companies, desk) }
        if let preferred = desk.preferences.company(at: desk.client.location.place) {
            do { return try told(Self.find(preferred.value, among: companies), companies, desk) } catch let failure
                as CommandFailure
            {
                guard failure.status == .notFound else { throw failure }
                let file = SafeText.line(preferred.path)
                desk.console.note("\(file) chooses “\(SafeText.line(preferred.value))”, which this server does not have.")
            }
        }
        let open = companies.filter { $0["status"]?.string != CompanyStatus.archived.rawValue }
        if open.count == 1, let one = open.first { return one.text("id") }
        guard let first = companies.first, let id = first["id"]?.string else {
            throw CommandFailure.notFound("There is no company yet.", hint: "Found one with: teamx company create NAME")
        }
        guard companies.count == 1 else {
            throw CommandFailure.usage(
                "There is more than one company: \(Self.slugs(companies)).",
                hint: "Name one with --company, or choose one with: teamx company use NAME")
        }
        return id
    }

    /// The id of the company that a variable or a file chooses, if it is there.
    static func chosen(_ desk: ClientDesk, among companies: [JSONValue]) -> String? {
        let variable = desk.environment["TEAMX_COMPANY"].flatMap { $0.isEmpty ? nil : $0 }
        let word = variable ?? desk.preferences.company(at: desk.client.location.place)?.value
        return word.flatMap { try? find($0, among: companies)["id"]?.string }  // one that is not there is no choice
    }

    /// The id of a company that the command line did not name, which a person is told where there are others.
    private func told(_ company: JSONValue, _ companies: [JSONValue], _ desk: ClientDesk) -> String {
        if companies.count > 1, desk.form == .table {
            desk.console.note(desk.console.terminal.errorPaint(company.text("name"), .dim))
        }
        return company.text("id")
    }

    /// The company that a word means: an id, a slug, a name, or the beginning of only one.
    ///
    /// - Parameter source: Who said the word, when it was not the command line.
    /// - Throws: ``CommandFailure``: status 66 when there is none, 64 when several begin so.
    static func find(_ word: String, among companies: [JSONValue], source: String? = nil) throws -> JSONValue {
        let wanted = word.lowercased()
        let matches: [(JSONValue) -> Bool] = [
            { $0["id"]?.string == word }, { $0["slug"]?.string == wanted }, { $0["name"]?.string?.lowercased() == wanted },
            { ShortID.isMeant($0.text("id"), by: word) },
            { company in !wanted.isEmpty && ["slug", "name"].contains { company.text($0).lowercased().hasPrefix(wanted) } },
        ]
        for matches in matches {
            let found = companies.filter(matches)
            if found.count == 1, let one = found.first { return one }
            if found.count > 1 {
                throw CommandFailure.usage("“\(word)” may be \(slugs(found)).", hint: "Name one by its slug.")
            }
        }
        let by = source.map { " (named by \($0))" } ?? ""
        throw CommandFailure.notFound(
            "There is no company “\(word)”\(by).", hint: companies.isEmpty ? nil : "Here are: \(slugs(companies)).")
    }

    private static func slugs(_ companies: [JSONValue]) -> String { companies.map { $0.text("slug") }.joined(separator: ", ") }
}
