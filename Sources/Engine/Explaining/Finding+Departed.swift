import Domain
import Store

extension Finding {
    /// That somebody no longer works here, and whom to turn to instead.
    static func departed(_ employee: Employee, in transaction: any Transaction) throws -> Finding {
        let departed = try employee.departure(in: transaction)
        guard let successor = departed.successor, let name = departed.successorName else {
            return Finding(
                "departed", departed.sentence,
                action: .init(
                    "Hire somebody", "POST", "/api/companies/\(employee.companyID)/employees", command: "teamx hire ROLE"))
        }
        return Finding(
            "departed", departed.sentence, ref: successor.rawValue,
            action: .init(
                "Talk to \(name)", "POST", "/api/companies/\(employee.companyID)/employees/\(successor)/thread",
                command: "teamx chat \(successor) MESSAGE"))
    }
}
