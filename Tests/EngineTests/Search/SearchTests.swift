import Domain
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// What is found in a company, with the embedder inside the program.
@Suite(.timeLimit(.minutes(10)))
struct SearchTests {
    let scene: SearchOffice
    var office: Office { scene.office }

    init() async throws { scene = try await SearchOffice() }

    @Test func `what was said, filed and kept is found, with where it is and why`() async throws {
        let thread = try await office.say("The lease of the workshop ends in October.", to: office.writer)
        let ticket = try await office.file("Mend the toaster of Mrs Albrecht", for: office.engineer)
        try await office.store.write { [office] transaction in
            _ = try ticket.comment("The heating coil is broken.", by: .user(office.owner.id), in: transaction)
        }
        try await scene.add(goal: "Open a second café", "In the old bakery")
        #expect(try await scene.find("lease").isEmpty)
        await scene.catchUp()

        let lease = try #require(try await scene.find("workshop lease").first)
        #expect(lease.sourceType == .message)
        #expect(lease.place.threadID == thread)
        #expect(lease.reason == .both)
        #expect(lease.snippet.contains("lease of the workshop"))
        let coil = try #require(try await scene.find("coil").first)
        #expect(coil.sourceType == .ticket)
        #expect(coil.place.ticketID == ticket.id)
        #expect(coil.place.title == ticket.title)
        #expect(try await scene.find("toasters").first?.sourceID == ticket.id.rawValue)
        #expect(try await scene.find("second cafe").first?.sourceType == .goal)
        #expect(try await scene.find("coil", types: [.message, .goal]).isEmpty)
        #expect(try await scene.find("zeppelin xylophone").isEmpty)
        #expect(scene.vectors.calls.isEmpty)
        #expect(try await office.all(Run.self).isEmpty)
    }

    @Test(arguments: ["\"", "AND OR NOT", "a\" OR \"b", "content_text:x", "*", "(((", "\u{0}", "-lease", "🎉", "NEAR(a b)"])
    func `no words are search syntax`(words: String) async throws {
        try await office.say("The lease ends.", to: office.writer)
        await scene.catchUp()
        _ = try await scene.find(words)
    }

    @Test func `what is no part of the conversation any more is not found`() async throws {
        let thread = try await office.say("The password is tulip.", to: office.writer)
        await scene.catchUp()
        #expect(try await scene.find("tulip").count == 1)
        let message = try #require(try await office.all(Message.self).first)
        try await office.store.write { [office] transaction in
            let thread = try Thread.require(thread, of: office.company.id, in: transaction)
            _ = try Message.edit(
                message.id, to: "There is no such thing.", in: thread, by: office.owner.id, transaction)
        }
        #expect(try await scene.find("tulip").isEmpty)  // at once, before anything was read again
        await scene.catchUp()
        #expect(try await scene.embeddings().map(\.contentText) == ["There is no such thing."])
        let left = try await office.store.read {
            try $0.exists("SELECT 1 FROM embeddings_fts WHERE embeddings_fts MATCH 'tulip'")
        }
        #expect(!left)
    }

    @Test func `one company finds nothing of another`() async throws {
        let other = try await office.store.write { [office] transaction in
            try Company.found(.init(name: "Borealis"), systemRoles: [], by: office.owner.id, in: transaction)
        }
        try await scene.add(goal: "Grow tulips", to: other.id)
        try await office.say("We grow tulips.", to: office.writer)
        await scene.catchUp()
        #expect(try await scene.find("tulips").map(\.sourceType) == [.message])
        #expect(try await scene.find("tulips", in: other.id).map(\.sourceType) == [.goal])
        await #expect(throws: RuleViolation.self) { _ = try await scene.find("tulips", in: Company.ID("nobody")) }
    }

    @Test func `a search in German finds other forms of a word`() async throws {
        try await office.say("Die Werkstatt öffnet am Samstag, wir reparieren Fahrräder.", to: office.writer)
        try await office.say("Der Vertrag mit dem Vermieter läuft im Herbst aus.", to: office.writer)
        await scene.catchUp()
        #expect(try await scene.find("Reparatur eines Fahrrads").first?.snippet.contains("Fahrräder") == true)
        #expect(try await scene.find("Mietvertrag").first?.snippet.contains("Vermieter") == true)
    }

    @Test func `a search asks no more of the database for many hits than for few`() async throws {
        for number in 0..<30 { _ = try await office.file("Mend toaster \(number)", for: office.engineer) }
        try await office.say("The toaster smells.", to: office.writer)
        await scene.catchUp()
        func search(_ limit: Int) async throws -> (hits: Int, statements: Int) {
            try await office.store.read { [scene] transaction in
                let counting = CountingTransaction(transaction)
                let hits = try CompanySearch.hits(
                    .init("toaster", limit: limit), [], in: scene.company, on: scene.workplace.shelf, counting)
                return (hits.count, counting.count)
            }
        }
        let (few, many) = (try await search(8), try await search(31))
        #expect((few.hits, many.hits) == (8, 31))
        #expect(many.statements <= few.statements + 2, "\(few.statements) and \(many.statements)")
    }

    @Test func `a long file is found by what stands at its end`() async throws {
        let lines = (1...400).map { "Line number \($0) of the report says nothing of interest." } + ["The walrus signed."]
        let text = lines.joined(separator: "\n")
        try await office.store.write { [office] transaction in
            let file = VaultFile(
                id: transaction.makeID(), companyID: office.company.id, filename: "f", originalName: "report.txt",
                mimeType: "text/plain", sizeBytes: 1, sha256: "0", vaultPath: "p", extractedText: text,
                uploadedBy: office.owner.id.rawValue, createdAt: transaction.now, updatedAt: transaction.now)
            try transaction.insert(file)
            try transaction.record(
                VaultFileCreated(
                    fileID: file.id, originalName: file.originalName, mimeType: file.mimeType, sizeBytes: 1, sha256: "0",
                    uploadedBy: file.uploadedBy, ticketID: nil), company: office.company.id, by: .user("o"))
        }
        await scene.catchUp()
        #expect(try await scene.embeddings().count > 5)
        let hits = try await scene.find("walrus")
        #expect(hits.map(\.place.title) == ["report.txt"])
        #expect(hits.first?.snippet.contains("walrus") == true)
    }
}
