import HTTPTypes

/// Everything the API can do.
enum RouteTable {
    static let all: [Route] =
        ServerRoutes.all + SessionRoutes.all + CompanyRoutes.all + RoleRoutes.all + EmployeeRoutes.all + ThreadRoutes.all
        + ThreadMemberRoutes.all
        + MessageRoutes.all + InboxRoutes.all + TicketRoutes.all
        + GoalRoutes.all + ProjectRoutes.all + QuestionRoutes.all + RunRoutes.all + FileRoutes.all + DeliverableRoutes.all
        + EventRoutes.all
        + ProviderRoutes.all + SecretRoutes.all + SettingRoutes.all + DoctorRoutes.all + QueueRoutes.all + ExplainRoutes.all
        + StopRoutes.all + BranchRoutes.all + MeetingRoutes.all + RoutineRoutes.all + ScheduleRoutes.all + BudgetRoutes.all
        + SpendingRoutes.all + UsageRoutes.all + PriceRoutes.all + SearchRoutes.all
        + ContextRoutes.all + StreamRoutes.all + FloorRoutes.all + SightingRoutes.all
        + ViewRoutes.all + PreferenceRoutes.all + TemplateRoutes.all + DigestRoutes.all + CheckpointRoutes.all

    /// Two routes that the same request would fit.
    struct Clash: Error, CustomStringConvertible {
        let route: String

        var description: String { "Two routes answer to \(route)." }
    }

    /// - Throws: ``Clash`` when two routes differ in nothing but what their parameters are called.
    static func check(_ routes: [Route]) throws(Clash) {
        var seen: Set<String> = []
        for route in routes {
            let parts = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }
            let isNew = seen.insert("\(route.method.rawValue) /\(parts.joined(separator: "/"))").inserted
            guard isNew else { throw Clash(route: "\(route.method.rawValue) \(route.path)") }
        }
    }
}
