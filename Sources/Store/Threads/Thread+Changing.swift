package import Domain

extension Thread {
    /// What is changed of a thread; `nil` stays as it is.
    package struct Changes: Sendable {
        package var subject: String?
        package var archived: Bool?

        package init(subject: String? = nil, archived: Bool? = nil) {
            self.subject = subject
            self.archived = archived
        }
    }

    /// Renames a group or a thread for announcements, puts a thread away, or takes it up again.
    ///
    /// - Throws: ``RuleViolation``.
    package func change(_ changes: Changes, by author: Author, in transaction: any Transaction) throws -> Thread {
        var keys: [String] = []
        if let subject = changes.subject {
            guard kind == .group || kind == .broadcast else {
                throw RuleViolation.conflict("A conversation of the kind “\(kind.rawValue)” has no name of its own.")
            }
            let subject = try RuleViolation.nonBlank(subject, "subject")
            if subject != self.subject {
                try transaction.execute("UPDATE threads SET subject = \(subject) WHERE id = \(id)")
                keys.append("subject")
            }
        }
        if let archived = changes.archived, archived != (archivedAt != nil) {
            guard kind == .dm || kind == .group || kind == .broadcast else {
                throw RuleViolation.conflict("A conversation of the kind “\(kind.rawValue)” stays with what it is about.")
            }
            try transaction.execute(
                "UPDATE threads SET archived_at = \(archived ? transaction.now : nil) WHERE id = \(id)")
            keys.append("archived_at")
        }
        let changed = try Self.require(id, of: companyID, in: transaction)
        if !keys.isEmpty {
            try transaction.record(
                ThreadUpdated(threadID: id, patchedKeys: keys, subject: changed.subject, archivedAt: changed.archivedAt),
                company: companyID, by: author.actor)
        }
        return changed
    }
}
