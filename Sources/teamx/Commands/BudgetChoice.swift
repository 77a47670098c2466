import ArgumentParser
import Domain

/// Whose budget a command means; the company's unless said otherwise.
struct BudgetChoice: ParsableArguments {
    @Option(help: "The budget of this employee.") var employee: String?
    @Option(help: "The budget of this routine, by its id.") var routine: String?
    @Option(help: "The budget of this runtime profile, by its id.") var profile: String?
    @Option(help: "The budget with this id, or the end of it.") var budget: String?

    func validate() throws {
        guard [employee, routine, profile, budget].compactMap({ $0 }).count <= 1 else {
            throw ValidationError("Give one of --employee, --routine, --profile and --budget.")
        }
    }

    var isGiven: Bool { employee != nil || routine != nil || profile != nil || budget != nil }

    /// As the API names whose budget it is.
    func scope(_ desk: ClientDesk, of company: String) async throws -> [String: JSONValue] {
        func named(_ kind: BudgetScope, _ id: String) -> [String: JSONValue] {
            ["scope_kind": .string(kind.rawValue), "scope_ref_id": .string(id)]
        }
        if let employee { return named(.employee, try await desk.colleague(employee, of: company).text("id")) }
        if let routine { return named(.routine, routine) }
        if let profile { return named(.runtimeProfile, profile) }
        return ["scope_kind": .string(BudgetScope.company.rawValue)]
    }

    /// The budget that is meant, if there is one.
    func find(_ desk: ClientDesk, of company: String) async throws -> JSONValue? {
        let list = APIPath.company(company, "budgets")
        if let budget {
            return try await desk.client.get(.company(company, "budgets", desk.id(budget, in: list, kind: "budget")))
        }
        let scope = try await scope(desk, of: company)
        return try await desk.client.list(list).items.first { row in
            row["scope_kind"] == scope["scope_kind"]
                && (scope["scope_ref_id"] == nil || row["scope_ref_id"] == scope["scope_ref_id"])
        }
    }

    /// - Throws: ``CommandFailure`` when there is none.
    func require(_ desk: ClientDesk, of company: String) async throws -> JSONValue {
        guard let found = try await find(desk, of: company) else {
            throw CommandFailure.notFound(
                "There is no such budget.", hint: "See what there is with: \(desk.command("budget list"))")
        }
        return found
    }
}
