/// Everything the API can do.
enum RouteTable {
    static let all: [Route] =
        ServerRoutes.all + CompanyRoutes.all + RoleRoutes.all + EmployeeRoutes.all + ThreadRoutes.all + TicketRoutes.all + GoalRoutes.all
        + ProjectRoutes.all + QuestionRoutes.all + RunRoutes.all + FileRoutes.all + EventRoutes.all + ProviderRoutes.all
}
