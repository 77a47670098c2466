import Domain
import Engine
import Store
import Testing

@testable import Web

/// What people find, and how they see what search goes by.
struct SearchStoryTests {
    @Test func `a company is searched, and its index is shown and made anew`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let fresh = try await client.get(own.path + "/index").json
            #expect(fresh["position"] == 0)
            #expect(fresh["chunks"] == 0)
            #expect(fresh["embedder"]?["provider"] == .null)
            #expect(try await client.get(own.path + "/search?q=hello").json["items"] == [])

            _ = await door.indexer.catchUp()
            let hits = try await client.get(own.path + "/search?q=hello").json["items"]?.array ?? []
            #expect(hits.count == 1)
            #expect(hits.first?["source_type"] == "message")
            #expect(hits.first?["source_id"]?.string == own.ids["message"])
            #expect(hits.first?["reason"] == "both")
            #expect(hits.first?["place"]?["thread_id"]?.string == own.ids["thread"])
            #expect(try await client.get(own.path + "/search?q=spring&types=project,goal").json["items"]?.array?.count == 1)
            #expect(try await client.get(own.path + "/search?q=spring&types=goal").json["items"] == [])

            let index = try await client.get(own.path + "/index").json
            #expect(index["pending"] == 0)
            #expect(index["stale"] == 0)
            #expect(index["position"] == index["last_sequence"])
            let again = try await client.post(own.path + "/index/rebuild")
            #expect(again.status == 200)
            // The meeting that lies in the database without an event is read too.
            #expect(again.json["pending"]?.integer == (index["sources"]?.integer ?? 0) + 1)
            _ = await door.indexer.catchUp()
            #expect(try await client.get(own.path + "/search?q=colours").json["items"]?[0]?["source_type"] == "meeting_minutes")
        }
    }

    @Test(arguments: [
        ("/search", "q"), ("/search?q=%20", "q"), ("/search?q=a&types=tea", "types"), ("/search?q=a&limit=0", "limit"),
        ("/search?q=a&limit=51", "limit"),
    ])
    func `a question that is none is refused, and what is wrong is named`(address: String, field: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let answer = try await client.get(try await client.found().path + address)
            #expect(answer.status == 422)
            #expect(answer.field == field)
        }
    }

    @Test func `one company's search finds nothing of another`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let other = try await client.found("Other").path
            _ = try await client.post(other + "/projects", ["title": "Grow tulips"])
            _ = await door.indexer.catchUp()
            #expect(try await client.get(own.path + "/search?q=tulips").json["items"] == [])
            #expect(try await client.get(other + "/search?q=tulips").json["items"]?.array?.count == 1)
        }
    }

    @Test func `an embedder that cannot be asked is remarked upon`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let company = try await client.found().path
            #expect(try await client.put("/api/settings/embedding_provider", ["value": 7]).status == 422)
            #expect(try await client.put("/api/settings/embedding_provider", ["value": "anthropic"]).status == 200)
            let remark = try await client.get(company + "/search?q=tea").json["remark"]?.string
            #expect(remark?.contains("makes no vectors") == true)
            #expect(try await client.get(company + "/index").json["remark"]?.string == remark)
        }
    }
}

extension Door {
    /// What reads for search, over the same store.
    var indexer: SearchIndexer { SearchIndexer(Self.workplace(store, time)) }
}
