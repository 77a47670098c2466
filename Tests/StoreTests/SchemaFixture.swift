import FoundationEssentials
import Testing

/// The documented schema as `Fixtures/schema.json` tells it, with our choice of what deletion does where the document is silent.
struct SchemaFixture: Decodable, Sendable {
    struct Table: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let columns: [Column]
        /// Of a key over several columns.
        let primaryKey: [String]?
        /// Of uniqueness over several columns, or under a condition.
        let unique: [Uniqueness]?
        let indexes: [Index]?

        var testDescription: String { name }
    }

    struct Column: Decodable, Sendable {
        let name: String
        let type: String
        let notNull: Bool?
        let primaryKey: Bool?
        let unique: Bool?
        /// As SQL.
        let `default`: String?
        /// Such as `companies.id`.
        let references: String?
        let onDelete: String?
        /// What a CHECK lets in.
        let oneOf: [String]?
    }

    struct Uniqueness: Decodable, Hashable, Sendable {
        let columns: [String]
        let `where`: String?
    }

    struct Index: Decodable, Sendable {
        let name: String
        let columns: [String]
    }

    struct VirtualTable: Decodable, Sendable {
        let name: String
        let optional: Bool?
        let columns: [String]?
    }

    let tables: [Table]
    let virtualTables: [VirtualTable]

    static func load() throws -> SchemaFixture {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/schema.json")
        return try JSONDecoder().decode(SchemaFixture.self, from: Data(contentsOf: file))
    }

    /// The tables, none when the fixture cannot be read, which a test of its own reports.
    static let documented = (try? load())?.tables ?? []
}
