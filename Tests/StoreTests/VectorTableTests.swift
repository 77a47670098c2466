import Domain
import Foundation
import Store
import TestSupport
import Testing

/// The vector table, where sqlite-vec is there to make it.
struct VectorTableTests {
    private static let library = ProcessInfo.processInfo.environment["TEAMX_TEST_VECTOR_EXTENSION"]

    @Test(.enabled(if: library != nil, "TEAMX_TEST_VECTOR_EXTENSION does not name sqlite-vec's library"))
    func `vec_embeddings is made once and finds what is nearest`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team-x-vec-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let engine = try SQLiteEngine(
            path: folder.path(percentEncoded: false) + "/team-x.sqlite", vectorExtension: Self.library, time: ManualTime(),
            ids: IDGenerator()
        ) { _ in }
        try await Migrator(engine).migrate()
        for _ in 0..<2 {
            let isThere = try await engine.write { try VectorTable.create(dimension: 2, in: $0) }
            #expect(isThere)
        }
        _ = try await engine.write { transaction in
            try transaction.execute("INSERT INTO vec_embeddings (id, embedding) VALUES ('east', '[1, 0]'), ('north', '[0, 1]')")
        }
        let nearest: [String] = try await engine.read {
            try $0.values("SELECT id FROM vec_embeddings WHERE embedding MATCH '[0.9, 0.2]' AND k = 1")
        }
        #expect(nearest == ["east"])
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `without the extension there is no table, and nothing is missing`() async throws {
        let engine = try await SchemaDatabase.migrated()
        #expect(try await engine.write { try VectorTable.create(in: $0) } == false)
    }
}
