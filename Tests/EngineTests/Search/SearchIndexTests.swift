import Domain
import ServiceLifecycle
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// How what search goes by follows what happens.
@Suite(.timeLimit(.minutes(10)))
struct SearchIndexTests {
    let scene: SearchOffice
    var office: Office { scene.office }

    init() async throws { scene = try await SearchOffice() }

    @Test func `it goes on where it was, and nothing is lost or there twice`() async throws {
        for number in 0..<20 { try await office.say("Message number \(number).", to: office.writer) }
        // Ended after it had noted what there is, and before anything was read.
        _ = try await scene.store.write { [scene] in try SearchIndex.follow(scene.company, in: $0) }
        #expect(try await scene.embeddings().isEmpty)
        try await office.say("The last one.", to: office.writer)
        await scene.catchUp()
        #expect(try await scene.embeddings().count == 21)
        #expect(try await Set(scene.embeddings().map(\.contentText)).count == 21)
        #expect(try await scene.pending().isEmpty)
    }

    @Test(arguments: 0..<8)
    func `a disk that is full for a while loses nothing`(place: Int) async throws {
        let time = ManualTime()
        let plain = try await FreshStore.store(time: time)
        let disk = FullDisk(plain.engine)
        let scene = try await SearchOffice(time: time, store: Store(engine: disk, feed: plain.feed, vault: plain.vault))
        for number in 0..<40 { try await scene.office.say("Message number \(number).", to: scene.office.writer) }
        disk.fill(after: place, for: 2)
        await scene.catchUp()
        await scene.catchUp()
        await scene.catchUp()
        #expect(try await Set(scene.embeddings().map(\.contentText)).count == 40)
        #expect(try await scene.embeddings().count == 40)
        #expect(try await scene.pending().isEmpty)
    }

    @Test func `while nothing happens nothing is written`() async throws {
        try await office.say("Hello.", to: office.writer)
        await scene.catchUp()
        let before = try await scene.index()
        let rows = try await scene.embeddings()
        #expect(await scene.indexer.catchUp(everywhere: false) == nil)
        #expect(await scene.indexer.catchUp() == nil)
        #expect(try await scene.index() == before)
        #expect(try await scene.embeddings() == rows)
        #expect(try await scene.store.read { try SearchIndex.behind(in: $0) }.isEmpty)
    }

    @Test func `a change of a ticket that changes none of its words writes nothing`() async throws {
        let ticket = try await office.file("Mend the toaster", for: office.engineer)
        await scene.catchUp()
        let rows = try await scene.embeddings()
        try await office.store.write { [office] in
            try Ticket.require(ticket.id, of: office.company.id, in: $0).close(by: .user(office.owner.id.rawValue), in: $0)
        }
        await scene.catchUp()
        #expect(try await scene.embeddings() == rows)
    }

    @Test func `what was asked to be read again keeps its vectors until there are new ones, and costs a call`() async throws {
        try await scene.useProvider()
        try await office.say("The automobile is red.", to: office.writer)
        await scene.catchUp()
        let before = try await scene.embeddings()
        func rebuild() async throws -> Int {
            try await scene.store.write { [scene] in try SearchIndex.rebuild(scene.company, by: .user("o"), in: $0) }
        }
        #expect(try await rebuild() == 1)
        #expect(try await rebuild() == 0)
        #expect(try await scene.embeddings() == before)
        scene.vectors.fail(ModelError(.server, "Not now."))
        let retry = try #require(await scene.catchUp())
        #expect(try await scene.embeddings() == before)
        office.time.advance(by: retry - office.time.now())
        await scene.catchUp()
        #expect(scene.vectors.texts.count == 3)
        #expect(try await scene.pending().isEmpty)
        #expect(try await office.eventTypes().filter { $0 == "index.rebuildRequested" }.count == 1)
    }

    @Test func `what lies in the database without an event is found after a rebuild, and what is gone is not`() async throws {
        try await scene.store.write { [scene] transaction in
            try transaction.insert(
                Embedding(
                    id: transaction.makeID(), companyID: scene.company, sourceType: .project, sourceID: "gone",
                    contentText: "Sail to Bornholm", embedding: [], createdAt: transaction.now))
        }
        try await scene.add(goal: "Sail to Rügen")
        await scene.catchUp()
        #expect(try await scene.embeddings().map(\.contentText) == ["Sail to Rügen"])
        #expect(try await scene.find("rugen").count == 1)
    }

    @Test func `the service reads what is said while it runs, and ends when it is asked to`() async throws {
        let workplace = scene.workplace
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await SearchIndexer(workplace).run() }
            try await office.say("The walrus signed.", to: office.writer)
            try await office.until { try $0.exists("SELECT 1 FROM embeddings WHERE content_text = 'The walrus signed.'") }
            try await office.say("The carpenter wept.", to: office.writer)
            try await office.until { try $0.exists("SELECT 1 FROM embeddings WHERE content_text = 'The carpenter wept.'") }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    @Test func `the minutes of a meeting are found once, as those of the meeting`() async throws {
        try await scene.store.write { [office] transaction in
            let thread = Thread(
                id: transaction.makeID(), companyID: office.company.id, kind: .meeting, createdBy: office.chief.id.rawValue,
                createdAt: transaction.now)
            try transaction.insert(thread)
            let meeting = Meeting(
                id: transaction.makeID(), companyID: office.company.id, threadID: thread.id, chairID: office.chief.id,
                agenda: "Colours", status: .ended, minutesMd: "We paint it turquoise.", attendees: [office.chief.id],
                startedAt: transaction.now, endedAt: transaction.now, phase: .ended)
            try transaction.insert(meeting)
            try SearchIndex.rebuild(office.company.id, by: .user("o"), in: transaction)
        }
        await scene.catchUp()
        let hits = try await scene.find("turquoise")
        #expect(hits.map(\.sourceType) == [.meetingMinutes])
        #expect(hits.first?.place.title == "Colours")
    }
}
