import Domain
import Engine
import HTTPTypes
import Store

/// Hiring, the org chart, and people's direct threads.
enum EmployeeRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/employees", "List employees; with departed=true also those who were let go",
            query: [.flag("departed")], answer: .list(Employee.self)
        ) { call in
            let departed = try call.flag("departed")
            return try await call.list { try Employee.list(of: $0, departed: departed, in: $1) }
        },
        Route(
            .post, "/api/companies/{company}/employees", "Hire an employee", body: .json(Hire.self),
            answer: .object(Employee.self), creates: true
        ) { call in
            let body = try await call.body(Hire.self)
            let role = try call.server.roles.hireableRole(matching: body.role)
            let random = call.server.random()
            return try await call.create { company, key, transaction in
                let manager = try body.managerID ?? Hiring.manager(for: role, of: company, in: transaction)
                let name = try body.name ?? Hiring.name(of: company, random: random, in: transaction)
                let draft = Hiring.draft(
                    role, name: name, manager: manager, provider: body.provider, model: body.model, clientKey: key)
                return try Employee.hire(draft, into: company, by: call.author.actor, in: transaction)
            }
        },
        Route(
            .get, "/api/companies/{company}/employees/{employee}", "Show an employee",
            answer: .object(Employee.self, with: ["manager_id": .optional(.text), "report_ids": .many(.text)])
        ) { call in
            try await call.store.read { transaction in
                let employee = try call.employee(in: transaction)
                let reports = try Employee.reports(of: employee.id, in: transaction).map {
                    JSONValue.string($0.employee.id.rawValue)
                }
                let manager = try OrgEdge.manager(of: employee.id, in: transaction)
                return .json(
                    try ResponseJSON.value(
                        of: employee,
                        adding: ["manager_id": manager.map { .string($0.rawValue) } ?? .null, "report_ids": .array(reports)]))
            }
        },
        Route(
            .patch, "/api/companies/{company}/employees/{employee}",
            "Promote or demote an employee: another title, level or manager; null for no manager", body: .json(Promote.self),
            answer: .object(Employee.self)
        ) { call in
            let body = try await call.body(Promote.self)
            return try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                return try .json(
                    of: try Employee.promote(
                        employee.id, of: employee.companyID, body.promotion, by: call.author.actor, in: transaction))
            }
        },
        Route(
            .post, "/api/companies/{company}/employees/{employee}/pause", "Stop the work of one employee",
            answer: .object(Employee.self)
        ) { call in
            try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                try Employee.pause(employee.id, of: employee.companyID, by: call.author.actor, in: transaction)
                return try .json(of: try call.employee(in: transaction))
            }
        },
        Route(
            .post, "/api/companies/{company}/employees/{employee}/resume", "Let a paused employee work again",
            answer: .object(Employee.self)
        ) { call in
            try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                try Employee.resume(employee.id, of: employee.companyID, by: call.author.actor, in: transaction)
                return try .json(of: try call.employee(in: transaction))
            }
        },
        Route(
            .post, "/api/companies/{company}/employees/{employee}/dismiss",
            "Let an employee go for good; what is theirs goes to a successor, their manager unless named",
            body: .json(Dismiss.self),
            answer: .object(Employee.self)
        ) { call in
            let body = try await call.body(Dismiss.self)
            return try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                return try .json(
                    of: try Employee.dismiss(
                        employee.id, of: employee.companyID, handingTo: body.successorID, by: call.author, in: transaction))
            }
        },
        Route(
            .put, "/api/companies/{company}/employees/{employee}/manager",
            "Put an employee under a manager; null for nobody above",
            body: .json(SetManager.self),
            answer: .object(Employee.self)
        ) { call in
            let body = try await call.body(SetManager.self)
            return try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                return try .json(
                    of: try Employee.promote(
                        employee.id, of: employee.companyID, Employee.Promotion(manager: .some(body.managerID)),
                        by: call.author.actor, in: transaction))
            }
        },
        Route(
            .put, "/api/companies/{company}/employees/{employee}/model",
            "Choose the provider, model and privacy of an employee; what is missing is left to the company",
            body: .json(Choose.self), answer: .object(Employee.self)
        ) { call in
            let body = try await call.body(Choose.self)
            return try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                return try .json(
                    of: try Employee.choose(
                        provider: body.provider, model: body.model, limit: body.maxPrivacyTier, for: employee.id,
                        of: employee.companyID, by: call.author.actor, in: transaction))
            }
        },
        Route(
            .post, "/api/companies/{company}/employees/{employee}/thread", "Open the direct thread with an employee",
            answer: .object(Thread.self)
        ) { call in
            try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                return try .json(of: try Thread.direct(employee.id, with: call.author, of: employee.companyID, in: transaction))
            }
        },
        Route(.get, "/api/companies/{company}/org", "Show the org chart", answer: .json(.members(["roots": .many(.anything)]))) {
            call in
            try await call.store.read { transaction in
                let company = try call.company(in: transaction).id
                let employees = try Employee.list(of: company, in: transaction)
                return .json(["roots": OrgTree(employees: employees, edges: try OrgEdge.list(of: company, in: transaction)).roots]
                )
            }
        },
    ]
}

extension Call {
    /// The employee that the path names.
    func employee(in transaction: any Transaction) throws -> Employee {
        try Employee.require(Employee.ID(path("employee")), of: company(in: transaction).id, in: transaction)
    }
}
