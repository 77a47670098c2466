package import Domain

extension Message {
    /// Checks files that shall belong to a message.
    ///
    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` naming `file_ids`, also for a file of another company.
    static func attachable(
        _ files: [VaultFile.ID], of company: Company.ID, in transaction: any Transaction
    ) throws -> JSONColumn<[VaultFile.ID]>? {
        guard !files.isEmpty else { return nil }
        var seen: Set<VaultFile.ID> = []
        let files = files.filter { seen.insert($0).inserted }
        guard files.count <= fileLimit else {
            throw RuleViolation.invalid(field: "file_ids", reason: "must name at most \(fileLimit) files")
        }
        for file in files { _ = try VaultFile.require(file, of: company, field: "file_ids", in: transaction) }
        return JSONColumn(files)
    }

    /// The files of messages, by message, in the order in which they were attached.
    ///
    /// Nothing is asked of the database where no message has any.
    package static func attachments(
        of messages: [Message], in transaction: any Transaction
    ) throws -> [Message.ID: [VaultFile]] {
        let wanted = Set(messages.flatMap { $0.fileIDs?.value ?? [] })
        guard !wanted.isEmpty else { return [:] }
        let files = try transaction.select(VaultFile.self, "WHERE id IN \(list: wanted.sorted { $0.rawValue < $1.rawValue })")
        let byID = Dictionary(files.map { ($0.id, $0) }) { first, _ in first }
        return Dictionary(
            messages.compactMap { message in
                message.fileIDs.map { (message.id, $0.value.compactMap { byID[$0] }) }
            }
        ) { first, _ in first }
    }
}
