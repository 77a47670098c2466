package import Domain

extension VaultFile {
    /// A piece of a file that may bear on what is asked.
    package struct Excerpt: Hashable, Sendable {
        package let file: VaultFile.ID
        package let name: String
        package let text: String
    }

    /// The latest of the company's files that hold at least two of the words, those with more of them in their names first.
    ///
    /// Only the newest that match are looked at, so that the time it takes does not grow with the vault.
    ///
    /// - Parameter words: Small letters, without blanks, at most six of them.
    package static func related(
        to words: [String], in company: Company.ID, excluding known: Set<VaultFile.ID>, limit: Int,
        _ transaction: any Transaction
    ) throws -> [Excerpt] {
        let words = words.prefix(6).map { $0.filter { $0.isLetter || $0.isNumber } }.filter { !$0.isEmpty }
        guard words.count >= 2 else { return [] }
        let pairs = words.indices.flatMap { first in
            words.indices.dropFirst(first + 1).map { "(\"\(words[first])\" AND \"\(words[$0])\")" }
        }
        let found = try transaction.rows(
            """
            SELECT f.id, f.original_name FROM file_vault_fts m JOIN file_vault f ON f.rowid = m.rowid
            WHERE file_vault_fts MATCH \(pairs.joined(separator: " OR ")) AND f.company_id = \(company)
            ORDER BY m.rowid DESC LIMIT \(candidates)
            """
        ) { row in (id: try VaultFile.ID(column: row.value(at: 0)), name: try String(column: row.value(at: 1))) }
        let ranked = found.filter { !known.contains($0.id) }.enumerated().map { place, file in
            let name = file.name.lowercased()
            return (file: file, hits: words.count { name.contains($0) }, place: place)
        }.sorted { ($1.hits, $0.place) < ($0.hits, $1.place) }
        return try ranked.prefix(limit).map { entry in
            Excerpt(
                file: entry.file.id, name: entry.file.name,
                text: try excerpt(of: entry.file.id, around: words, transaction))
        }
    }

    private static func excerpt(of file: VaultFile.ID, around words: [String], _ transaction: any Transaction) throws -> String {
        let places: SQL = words.map { "nullif(instr(t, \($0)), 0)" as SQL }.reduce("NULL" as SQL) { "\($0), \($1)" as SQL }
        return try transaction.value(
            """
            SELECT substr(extracted_text, max(1, coalesce(\(places), 1) - 160), 900)
            FROM (SELECT extracted_text, lower(extracted_text) t FROM file_vault WHERE id = \(file))
            """) ?? ""
    }

    private static let candidates = 24
}
