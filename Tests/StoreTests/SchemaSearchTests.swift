import Domain
import Store
import Testing

/// The full-text index of stored files.
struct SchemaSearchTests {
    @Test func `the index follows insertion, update and deletion`() async throws {
        let engine = try await SchemaDatabase.migrated()
        let company = Company(id: Identifier("c"), name: "C", slug: "c", createdAt: .moment)
        let file = VaultFile(
            id: Identifier("f"), companyID: company.id, filename: "plan.md", originalName: "Plan of the house.md", sha256: "00",
            vaultPath: "00/plan.md", extractedText: "the harbour wall", tags: ["quarry"], uploadedBy: "u", createdAt: .moment,
            updatedAt: .moment)
        try await engine.write { transaction in
            try transaction.insert(company)
            try transaction.insert(file)
            #expect(try transaction.found(["harbour", "HOUSE", "quarry"]) == ["harbour", "HOUSE", "quarry"])

            try transaction.execute("UPDATE file_vault SET extracted_text = 'the lighthouse', tags_json = '[]'")
            #expect(try transaction.found(["harbour", "quarry", "lighthouse", "house"]) == ["lighthouse", "house"])

            try transaction.execute("DELETE FROM file_vault")
            #expect(try transaction.found(["lighthouse", "house"]) == [])
            try transaction.execute("INSERT INTO file_vault_fts (file_vault_fts, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test func `the index is joined with its table by row`() async throws {
        let engine = try await SchemaDatabase.migrated()
        let ids: [String] = try await engine.write { transaction in
            try transaction.execute("INSERT INTO companies (id, name, slug, created_at) VALUES ('c', 'C', 'c', 1)")
            for name in ["one", "two", "three"] {
                try transaction.execute(
                    """
                    INSERT INTO file_vault
                      (id, company_id, filename, original_name, sha256, vault_path, uploaded_by, created_at, updated_at)
                    VALUES (\(name), 'c', 'f', \(name + ".txt"), '00', 'p', 'u', 1, 1)
                    """)
            }
            return try transaction.values(
                """
                SELECT file_vault.id FROM file_vault_fts JOIN file_vault ON file_vault.rowid = file_vault_fts.rowid
                WHERE file_vault_fts MATCH 'two'
                """)
        }
        #expect(ids == ["two"])
    }
}

extension Transaction {
    /// Which of the words the index leads to a file by.
    fileprivate func found(_ words: [String]) throws -> [String] {
        try words.filter { try exists("SELECT 1 FROM file_vault_fts WHERE file_vault_fts MATCH \($0)") }
    }
}
