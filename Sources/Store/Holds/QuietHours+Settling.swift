package import Domain

extension QuietHours {
    /// Holds each company whose quiet hours have begun, lets go each whose have ended or were taken away, and tells when that
    /// next changes.
    ///
    /// - Throws: ``StoreError``.
    package static func settle(in transaction: any Transaction) throws -> Timestamp? {
        let companies = try transaction.select(
            Company.self,
            """
            WHERE instr(settings_json, '"quiet_hours"') > 0
              OR id IN (SELECT company_id FROM work_holds WHERE reason = \(HoldReason.quietHours)) ORDER BY id
            """)
        var next: Timestamp?
        for company in companies {
            let hold = WorkHold.Draft(.quietHours, on: company.id)
            guard let hours = company.quietHours else {
                try WorkHold.lift(hold, by: .orchestrator, in: transaction)
                continue
            }
            if hours.isQuiet(at: transaction.now) {
                try WorkHold.place(hold, by: .orchestrator, in: transaction)
            } else {
                try WorkHold.lift(hold, by: .orchestrator, in: transaction)
            }
            next = [next, hours.nextChange(after: transaction.now)].compactMap { $0 }.min()
        }
        return next
    }
}

extension Company {
    /// When the company rests; `nil` when it never does.
    package var quietHours: QuietHours? {
        settings.value["quiet_hours"].flatMap { try? QuietHours(reading: $0) }  // what cannot be read holds nobody up
    }
}
