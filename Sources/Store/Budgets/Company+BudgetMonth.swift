package import Domain

extension Company {
    /// The month of the company's budgets: by the clock of the time zone that its quiet hours name, else by the server's.
    package static func budgetMonth(of id: Company.ID, in transaction: any Transaction) throws -> CalendarMonth {
        let zone = try transaction.find(Company.self, id)?.quietHours?.zone ?? transaction.zone
        return CalendarMonth(of: transaction.now, in: zone)
    }
}
