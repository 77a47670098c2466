package import Domain

extension VaultFile {
    /// Enters a file that the vault has kept.
    ///
    /// A known client key returns that file.
    ///
    /// - Parameter name: As people see it.
    /// - Throws: ``RuleViolation``.
    package static func enter(
        _ stored: Vault.Stored, name: String, mimeType: String, text: String?, tags: [String] = [], ticket: Ticket.ID? = nil,
        company: Company.ID, by author: Author, clientKey: String? = nil, in transaction: any Transaction
    ) throws -> VaultFile {
        if let known = try transaction.known(VaultFile.self, clientKey: clientKey, company: company) { return known }
        let file = VaultFile(
            id: transaction.makeID(), companyID: company, filename: stored.sha256,
            originalName: try RuleViolation.nonBlank(name, "name", limit: 255), mimeType: mimeType, sizeBytes: stored.size,
            sha256: stored.sha256, vaultPath: stored.path, extractedText: text, tags: JSONColumn(tags), uploadedBy: author.id,
            createdAt: transaction.now, updatedAt: transaction.now, clientKey: clientKey)
        try transaction.insert(file)
        try transaction.record(
            VaultFileCreated(
                fileID: file.id, originalName: file.originalName, mimeType: mimeType, sizeBytes: stored.size,
                sha256: stored.sha256,
                uploadedBy: author.id, ticketID: ticket), company: company, by: author.actor)
        return file
    }

    /// The company's files, the newest first.
    package static func list(
        of company: Company.ID, after place: ListPlace? = nil, limit: Int = 200, in transaction: any Transaction
    ) throws -> [VaultFile] {
        try transaction.select(
            "WHERE company_id = \(company)" + (place?.isBehindMade ?? "") + "ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }

    /// A file with the place in it that matches.
    package struct Match: Codable, Sendable {
        package let file: VaultFile
        package let snippet: String
    }

    /// The company's files that hold all words of `query`, the best first.
    ///
    /// Each word is taken literally, so that nothing in it is search syntax.
    package static func search(
        _ query: String, in company: Company.ID, limit: Int = 20, _ transaction: any Transaction
    ) throws -> [Match] {
        let words = query.prefix(512).split { !$0.isLetter && !$0.isNumber }.prefix(16)
        guard !words.isEmpty else { return [] }
        let match = words.map { "\"\($0)\"" }.joined(separator: " ")
        let files = try transaction.rows(
            """
            SELECT f.id, snippet(file_vault_fts, -1, '', '', '…', 24) FROM file_vault_fts
            JOIN file_vault f ON f.rowid = file_vault_fts.rowid
            WHERE file_vault_fts MATCH \(match) AND f.company_id = \(company) ORDER BY rank LIMIT \(limit)
            """
        ) { row in (try VaultFile.ID(column: row.value(at: 0)), try String(column: row.value(at: 1))) }
        return try files.compactMap { id, snippet in
            try transaction.find(VaultFile.self, id).map { Match(file: $0, snippet: snippet) }
        }
    }
}
