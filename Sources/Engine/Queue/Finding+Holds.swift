import Domain
import Store

extension Finding {
    /// What holds a company or an employee, and who can end that.
    static func hold(
        _ reason: SkipReason, company: Company.ID, employee: Employee.ID?, in transaction: any Transaction
    ) throws -> Finding? {
        let path = "/api/companies/\(company)"
        let slug = try transaction.find(Company.self, company)?.slug ?? company.rawValue
        let holds = try WorkHold.list(of: company, in: transaction)
        switch reason {
        case .archived:
            return Finding(
                .archived, "The company was closed down.",
                action: .init("Open it again", "POST", "\(path)/restore", command: "teamx company restore \(slug)"))
        case .companyPaused:
            let note = holds.first { $0.employeeID == nil && $0.reason == .user }?.note.map { ": \($0)" } ?? ""
            return Finding(
                .companyPaused, "The company is paused\(note).",
                action: .init("Resume the company", "POST", "\(path)/resume", command: "teamx company resume \(slug)"))
        case .budget:
            let mine = holds.first { $0.reason == .budget && ($0.employeeID == nil || $0.employeeID == employee) }
            guard let id = mine?.refID, let policy = try transaction.find(BudgetPolicy.self, BudgetPolicy.ID(id)) else {
                return Finding(.budget, "A budget of the company has been used up.", ref: mine?.refID)
            }
            return try budget(policy, in: transaction)
        case .quietHours:
            return Finding(
                .quietHours, "The company rests at this time of day.",
                until: try Company.require(company, in: transaction).quietHours?.nextChange(after: transaction.now),
                action: .init(
                    "Take the quiet hours away", "PATCH", path, command: "teamx company quiet-hours \(slug) --off"))
        case .meeting:
            let meeting = holds.first { $0.employeeID == nil && $0.reason == .meeting }?.refID
            return Finding(
                .meeting, "A meeting is on; other work goes on after it.", ref: meeting,
                action: meeting.map {
                    .init("End the meeting", "POST", "\(path)/meetings/\($0)/end", command: "teamx meeting end \($0)")
                })
        case .employeePaused:
            guard let employee, let person = try transaction.find(Employee.self, employee) else { return nil }
            return Finding(
                .employeePaused, "\(person.name) is paused.", ref: employee.rawValue,
                action: .init(
                    "Let \(person.name) work again", "POST", "\(path)/employees/\(employee)/resume",
                    command: "teamx employee resume \(employee)"))
        case .deduplicated, .known, .causalLoop, .pingPong, .chatter, .workLimit, .departed, .observer, .crowd, .previousOpen,
            .missed:
            return nil
        }
    }
}
