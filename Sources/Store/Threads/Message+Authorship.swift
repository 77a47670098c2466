package import Domain

extension Message {
    /// Notes that what an employee has said behind a message's id was said in a run.
    ///
    /// - Parameter mark: An id that was made before they said it.
    package static func ascribe(
        to run: Run.ID, what employee: Employee.ID, saidBehind mark: Message.ID, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE messages SET run_id = \(run)
            WHERE id > \(mark) AND author_id = \(employee) AND author_kind = \(AuthorKind.employee) AND run_id IS NULL
            """)
    }
}
