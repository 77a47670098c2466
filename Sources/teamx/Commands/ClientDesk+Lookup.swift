import Domain

extension ClientDesk {
    /// The employee that `text` means: an id, a unique name or first name, or a role.
    ///
    /// - Throws: ``CommandFailure`` listing who could be meant.
    func employee(_ text: String, of company: String) async throws -> JSONValue {
        try Self.employee(text, among: try await client.everybody(in: company))
    }

    /// The same, chosen from these employees; who no longer works there is meant only if nobody else is.
    static func employee(_ text: String, among everybody: [JSONValue]) throws -> JSONValue {
        let departed = everybody.filter(\.hasLeft)
        let employees = everybody.filter { !$0.hasLeft }
        do { return try find(text, among: employees) } catch let failure as CommandFailure where failure.status == .notFound {
            // Of several of a name who are gone, whoever came last is remembered best.
            for someone in departed.reversed() {
                if let one = try? find(text, among: [someone]) { return one }  // nor is it this one
            }
            throw failure
        }
    }

    /// The same, of those who work in the company now.
    ///
    /// - Throws: ``CommandFailure``, with status 73 and whoever took over where somebody works there no longer.
    func colleague(_ text: String, of company: String) async throws -> JSONValue {
        let person = try await employee(text, of: company)
        guard person.hasLeft else { return person }
        let why = try await client.get(APIPath("employees", person.text("id"), "explain"))["finding"]?.text("message")
        throw CommandFailure(.conflict, code: "employee_departed", why ?? "\(person.text("name")) no longer works here.")
    }

    private static func find(_ text: String, among employees: [JSONValue]) throws -> JSONValue {
        let wanted = text.lowercased()
        let matches: [(JSONValue) -> Bool] = [
            { $0["id"]?.string == text }, { $0.text("name").lowercased() == wanted },
            { $0.text("name").lowercased().split(separator: " ").contains { $0 == wanted } }, { $0["role_id"]?.string == wanted },
            { $0.text("title").lowercased() == wanted }, { ShortID.isMeant($0.text("id"), by: text) },
        ]
        for matches in matches {
            let found = employees.filter(matches)
            if found.count == 1, let one = found.first { return one }
            if found.count > 1 {
                let who = found.map { "\($0.text("name")) (\($0.text("title")), \(ShortID.of($0.text("id"))))" }.joined(
                    separator: ", or ")
                throw CommandFailure.usage(
                    "“\(text)” may be \(who).", hint: "Name one by the whole name, or by the id or the end of it.")
            }
        }
        let known = employees.prefix(12).map { $0.text("name") }.joined(separator: ", ")
        throw CommandFailure.notFound("There is no employee “\(text)”.", hint: known.isEmpty ? nil : "Here are: \(known).")
    }

    /// A ticket's path by id or number, with or without its hash sign.
    func ticketPath(_ text: String, of company: String, _ more: String...) -> APIPath {
        let name = text.hasPrefix("#") ? String(text.dropFirst()) : text
        return .company(company, parts: ["tickets", name] + more)
    }

    /// The file that `text` means: an id, or a name; of several that have it the newest, which is said.
    ///
    /// - Throws: ``CommandFailure`` with status 66 when there is none.
    func file(_ text: String, of company: String) async throws -> JSONValue {
        do { return try await client.get(.company(company, "files", text)) } catch let failure as APIFailure {
            guard failure.exitStatus == .notFound else { throw failure }
        }
        let page = try await client.list(.company(company, "files"))
        var named = page.items.filter { $0["original_name"]?.string == text }
        if named.isEmpty, let id = try? Self.id(text, among: page.items.map { $0.text("id") }, kind: "file") {
            named = page.items.filter { $0["id"]?.string == id }  // several or none: said below
        }
        if named.count > 1 {
            console.note("\(named.count) files are called “\(SafeText.line(text))”; this is the newest.")
        }
        guard let one = named.max(by: { ($0.int("created_at"), $0.text("id")) < ($1.int("created_at"), $1.text("id")) }) else {
            let among = page.rest == .none ? "" : " among the newest \(page.items.count)"
            throw CommandFailure.notFound(
                "There is no file “\(text)”\(among).", hint: "Name it by its id, or see what there is with: teamx file list")
        }
        return one
    }

    /// The provider that `text` means: an id, a name, or the beginning of only one.
    ///
    /// - Throws: ``CommandFailure`` saying which there are.
    func provider(_ text: String) async throws -> JSONValue {
        let providers = try await client.list(APIPath("providers")).items
        let wanted = text.lowercased()
        let matches: [(JSONValue) -> Bool] = [
            { $0["id"]?.string == text }, { $0.text("name").lowercased() == wanted }, { $0["kind"]?.string == wanted },
            { row in !wanted.isEmpty && ["id", "name"].contains { row.text($0).lowercased().hasPrefix(wanted) } },
        ]
        for matches in matches {
            let found = providers.filter(matches)
            if found.count == 1, let one = found.first { return one }
            if found.count > 1 {
                let ids = found.map { $0.text("id") }.joined(separator: ", ")
                throw CommandFailure.usage("“\(text)” may be \(ids).", hint: "Name one by its id.")
            }
        }
        let known = providers.map { $0.text("id") }.joined(separator: ", ")
        throw CommandFailure.notFound("There is no provider “\(text)”.", hint: "Here are: \(known).")
    }

    /// The provider of this id or name, and no other that its kind or the beginning of a name might mean: what is done to it counts
    /// for all companies, or tells it a key.
    ///
    /// - Throws: ``CommandFailure``, ``APIFailure``.
    func providerToChange(_ text: String) async throws -> JSONValue {
        let row = try await provider(text)
        let wanted = text.lowercased()
        if row["id"]?.string == text || row.text("name").lowercased() == wanted { return row }
        let isKind = ProviderKind(reading: wanted).map {
            " It is added with: \(command("provider add NAME --kind \($0.rawValue)"))"
        }
        throw CommandFailure.notFound(
            "There is no provider “\(text)”.",
            hint: "Did you mean \(row.text("name")), whose id is \(row.text("id"))?\(isKind ?? "")")
    }
}

extension JSONValue {
    /// Whether it is an employee who no longer works in the company.
    var hasLeft: Bool { self["status"]?.string.flatMap(EmployeeStatus.init(rawValue:))?.isDeparture == true }
}
