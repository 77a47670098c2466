import Domain

extension ClientDesk {
    /// The employee that `text` means: an id, a unique name or first name, or a role.
    ///
    /// - Throws: ``CommandFailure`` listing who could be meant.
    func employee(_ text: String, of company: String) async throws -> JSONValue {
        let employees = try await client.list(.company(company, "employees")).items
        let wanted = text.lowercased()
        let matches: [(JSONValue) -> Bool] = [
            { $0["id"]?.string == text }, { $0.text("name").lowercased() == wanted },
            { $0.text("name").lowercased().split(separator: " ").contains { $0 == wanted } }, { $0["role_id"]?.string == wanted },
            { $0.text("title").lowercased() == wanted }, { wanted.count >= 6 && $0["id"]?.string?.hasPrefix(text) == true },
        ]
        for matches in matches {
            let found = employees.filter(matches)
            if found.count == 1, let one = found.first { return one }
            if found.count > 1 {
                throw CommandFailure.usage("“\(text)” may be \(found.map { $0.text("name") }.joined(separator: ", or ")).")
            }
        }
        let known = employees.prefix(12).map { $0.text("name") }.joined(separator: ", ")
        throw CommandFailure.notFound("There is no employee “\(text)”.", hint: known.isEmpty ? nil : "Here are: \(known).")
    }

    /// A ticket's path by id or number, with or without its hash sign.
    func ticketPath(_ text: String, of company: String, _ more: String...) -> APIPath {
        let name = text.hasPrefix("#") ? String(text.dropFirst()) : text
        switch more.first {
        case .some(let last): return .company(company, "tickets", name, last)
        case .none: return .company(company, "tickets", name)
        }
    }

    /// The names of the company's employees by id.
    func names(of company: String) async throws -> [String: String] {
        let employees = try await client.list(.company(company, "employees")).items
        return Dictionary(employees.map { ($0.text("id"), $0.text("name")) }) { first, _ in first }
    }
}
