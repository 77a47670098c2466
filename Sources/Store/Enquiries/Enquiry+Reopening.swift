import Domain

extension Enquiry {
    /// Lets those wait again whom an answer was for that is given anew; whoever has not begun to read it hears the new one only.
    static func reopen(
        _ question: Message.ID, answeredBy answer: Message.ID, in work: WakeupRequest.ID, _ transaction: any Transaction
    ) throws {
        let settled = try transaction.select(
            Enquiry.self,
            """
            WHERE answer_id = \(answer) OR (message_id = \(question) AND status = \(EnquiryStatus.unanswered))
            ORDER BY created_at, id
            """)
        for enquiry in settled {
            try transaction.execute(
                """
                UPDATE enquiries SET status = \(EnquiryStatus.open), wakeup_id = \(work), answer_id = NULL, reason = NULL,
                  resumed_by = NULL, settled_at = NULL WHERE id = \(enquiry.id)
                """)
            guard let id = enquiry.resumedBy, try resumed(by: id, in: transaction).isEmpty,
                let reading = try transaction.find(WakeupRequest.self, id), reading.status == .pending
            else { continue }
            try reading.cancel(reason: "superseded", isQuiet: true, in: transaction)
        }
    }
}
