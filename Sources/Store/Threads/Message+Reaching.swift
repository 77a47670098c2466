package import Domain

extension Message {
    /// The work by which the message is answered: what it brought about, and what waited in the thread already for all that is
    /// said there.
    package func work(in thread: Thread, _ transaction: any Transaction) throws -> [WakeupRequest] {
        // Whoever an announcement mentions answers elsewhere.
        let place: SQL = thread.kind == .broadcast ? "company_id = \(thread.companyID)" : "thread_id = \(thread.id)"
        return try transaction.select(
            WakeupRequest.self,
            """
            WHERE \(place) AND status IN ('pending', 'processing')
              AND (trigger_id = \(id) OR (thread_id = \(thread.id) AND status = 'pending' AND cause IN ('message', 'comment')
                AND dedupe_key = cause || ':' || thread_id))
            ORDER BY created_at, id
            """)
    }

    /// The names by which the message reaches nobody.
    package func namesInVain(in thread: Thread, _ transaction: any Transaction) throws -> NamesInVain {
        guard content.contains("@") else { return NamesInVain(in: "", among: []) }
        let people = try transaction.select(
            Employee.self, "WHERE company_id = \(thread.companyID) AND is_system = 0 ORDER BY created_at, id")
        return NamesInVain(
            in: content,
            among: people.map { person in
                Addressee(
                    id: person.id, name: person.name, title: person.title, roleID: person.roleID, level: person.level,
                    place: .outside, answers: !person.hasLeft)
            })
    }
}
