import Domain
import Store

extension Situation {
    /// The colleagues that matter in this turn, never the whole company: those whom the employee leads, who leads them, and
    /// who takes part in the thread or the ticket.
    static func peopleBlocks(_ context: TurnContext) -> [ContextBlock] {
        let reports = context.reports.map { line($0.employee) + ", \($0.openTickets) open tickets" }
        let manager = context.manager.map { "## Your manager\n" + line($0) } ?? ""
        let known = Set(context.reports.map(\.employee.id) + [context.employee.id] + (context.manager.map { [$0.id] } ?? []))
        let others = context.surroundings.members.filter { !known.contains($0.id) && !$0.isSystem }
        return [
            ContextBlock(
                .reports, .high, origins: context.reports.map { origin($0.employee) }, share: 25,
                reports.isEmpty ? "" : "## Your reports\n" + reports.joined(separator: "\n")),
            ContextBlock(.manager, .medium, origins: context.manager.map { [origin($0)] } ?? [], manager),
            ContextBlock(
                .colleagues, .medium, origins: others.map(origin), share: 10,
                others.isEmpty ? "" : "## Others who take part\n" + others.map(line).joined(separator: "\n")),
        ]
    }

    private static func line(_ employee: Employee) -> String { "- \(employee.id): \(employee.name), \(employee.title)" }

    private static func origin(_ employee: Employee) -> ContextOrigin {
        ContextOrigin("employees", employee.id.rawValue, employee.name)
    }
}
