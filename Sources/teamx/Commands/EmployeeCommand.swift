import ArgumentParser
import Domain

/// `teamx employee`.
struct EmployeeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "employee", abstract: "Look at the company's people.",
        subcommands: [
            List.self, Show.self, Move.self, Promote.self, Model.self, Stop.self, Guide.self, Pause.self, Resume.self, Wake.self,
            Fire.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List employees.", aliases: ["ls"])
        @Flag(help: "Also those who no longer work here.") var all = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employees =
                    all
                    ? try await desk.client.everybody(in: company)
                    : try await desk.client.list(.company(company, "employees")).items
                try desk.show(
                    employees,
                    [
                        .member("NAME", "name"), .member("TITLE", "title"), .member("LEVEL", "level"),
                        .init("STATUS", .state) { desk.form == .table ? Self.state($0) : $0.text("status") },
                        .member("ID", "id", .id),
                    ], empty: "Nobody works here yet. Hire somebody with: teamx hire ceo")
            }
        }

        /// What people call it: who does nothing because somebody said so is paused.
        static func state(_ employee: JSONValue) -> String {
            let status = employee.text("status")
            return status == EmployeeStatus.offline.rawValue ? "paused" : status
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show an employee.")

        @Argument(help: "An id, a name or a role.") var who: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                let detail = try await desk.client.get(.company(company, "employees", employee.text("id")))
                let names = try await desk.client.names(of: company)
                try desk.show(detail) { detail in
                    let reports = (detail["report_ids"]?.array ?? []).compactMap { names[$0.plain] }
                    return [
                        "\(detail.text("name")), \(detail.text("title"))", "level       \(detail.text("level"))",
                        "status      \(List.state(detail))",
                        "role        \(detail.text("role_pack_id"))/\(detail.text("role_id"))",
                        "model       \(Model.choice(detail))",
                        "reports to  \(names[detail.text("manager_id")] ?? "nobody")",
                        "leads       \(reports.isEmpty ? "nobody" : reports.joined(separator: ", "))",
                    ] + departure(of: detail, names) + ["id          \(detail.text("id"))"]
                }
            }
        }

        private func departure(of employee: JSONValue, _ names: [String: String]) -> [String] {
            guard employee.hasLeft else { return [] }
            return ["followed by \(names[employee.text("successor_id")] ?? "nobody")"]
        }
    }
}

/// `teamx org`.
struct OrgCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "org", abstract: "Draw the org chart.")
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk { desk in
            try desk.show(try await desk.client.get(.company(try await company.id(desk), "org"))) { chart in
                (chart["roots"]?.array ?? []).flatMap { Self.lines($0, head: "", tail: "", desk) }
            }
        }
    }

    private static func lines(_ node: JSONValue, head: String, tail: String, _ desk: ClientDesk) -> [String] {
        let reports = node["reports"]?.array ?? []
        let own = head + node.text("name") + desk.paint("  \(node.text("title"))", .dim)
        return [own]
            + reports.enumerated().flatMap { index, report in
                let isLast = index == reports.count - 1
                return lines(report, head: tail + (isLast ? "└ " : "├ "), tail: tail + (isLast ? "  " : "│ "), desk)
            }
    }
}
