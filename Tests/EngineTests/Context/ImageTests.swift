import Domain
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// What a model is shown of pictures, and what it is told where it is shown none.
@Suite(.timeLimit(.minutes(10)))
struct ImageTests {
    let office: Office

    init() async throws {
        office = try await Office()
        try await office.store.write { [company = office.company.id] transaction in
            for (name, images) in [("sighted", "yes"), ("blind", "no")] {
                _ = try Provider.put(
                    Provider.Draft(
                        id: Provider.ID(name), name: name, kind: .openaiCompatible, baseURL: "http://localhost:1/v1",
                        defaultModel: "model-\(name)", contextWindow: 131_072, manner: .init(images: images)), by: .user("o"),
                    in: transaction)
            }
            _ = try Company.change(
                settings: ["provider_id": "sighted", "failover": ["blind"]], of: company, by: .user("o"), in: transaction)
        }
    }

    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

    private func keep(
        _ name: String, _ bytes: [UInt8] = png, mimeType: String = "image/png", size: Int? = nil
    ) async throws -> VaultFile {
        let stored = try office.store.vault.keep(bytes, for: office.company.id)
        return try await office.store.write { [office] transaction in
            let file = try VaultFile.enter(
                stored, name: name, mimeType: mimeType, text: nil, company: office.company.id, by: .user(office.owner.id),
                in: transaction)
            if let size {
                try transaction.execute("UPDATE file_vault SET size_bytes = \(size) WHERE id = \(file.id)")
            }
            return file
        }
    }

    @discardableResult
    private func show(
        _ files: [VaultFile], saying words: String = "Look at this", to employee: Employee? = nil
    ) async throws
        -> Domain.Thread.ID
    {
        try await office.store.write { [office] transaction in
            let thread = try Thread.direct(
                (employee ?? office.writer).id, with: .user(office.owner.id), of: office.company.id, in: transaction)
            try Message.post(words, to: thread, by: .user(office.owner.id), files: files.map(\.id), in: transaction)
            return thread.id
        }
    }

    private func use(_ provider: String) async throws {
        try await office.store.write { [company = office.company.id] transaction in
            _ = try Company.change(
                settings: ["provider_id": .string(provider), "failover": []], of: company, by: .user("o"), in: transaction)
        }
    }

    private func figures() async throws -> [ContextFigures.Block] {
        let runs = try await office.all(Run.self)
        return try #require(runs.last?.context?.value).blocks.filter { $0.kind == .image }
    }

    @Test func `a picture in a message is shown behind the words that came with it`() async throws {
        let file = try await keep("plan.png")
        try await show([file])
        let model = ScriptedModel([.say("A blue square.")])
        try await office.workUntilIdle(with: model)
        let messages = try #require(model.requests.first?.messages)
        #expect(messages.last == .image(ModelImage(mediaType: "image/png", base64: "iVBORw0KGgoBAgM=")))
        #expect(messages.dropLast().last == .user("Owner: Look at this\n[attached: plan.png, file_id \(file.id)]"))
        #expect(try await figures() == [.init(kind: .image, decision: .included, count: 1, tokens: 1605)])
        #expect(try await office.broken() == [])
    }

    @Test func `a model that takes none is told that there is one`() async throws {
        try await use("blind")
        try await show([try await keep("plan.png"), try await keep("other.png", Self.png + [4])])
        let model = ScriptedModel([.say("I cannot see it.")])
        try await office.workUntilIdle(with: model)
        let messages = try #require(model.requests.first?.messages)
        #expect(messages.images.isEmpty)
        #expect(messages.last?.words.hasSuffix("\n[2 pictures are not shown to you: this model takes none.]") == true)
        #expect(
            try await figures() == [.init(kind: .image, decision: .dropped, reason: .unsupported, count: 2, tokens: 0)])
    }

    @Test func `where one takes over who takes none, words stand for the picture`() async throws {
        try await show([try await keep("plan.png")])
        let model = ScriptedModel([.fail(ModelError(.server, "Not now.")), .say("I cannot see it.")])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-sighted", "model-blind"])
        #expect(model.requests.map(\.messages.images.count) == [1, 0])
        #expect(model.requests.last?.messages.last?.words == "[A picture is not shown to you: this model takes none.]")
        #expect(model.requests.last?.messages.count == model.requests.first?.messages.count)
    }

    @Test func `what is no picture, or was changed on disk, is told in words`() async throws {
        let wrong = try await keep("wrong.png", Array("<svg onload=alert(1)>".utf8))
        let gone = try await keep("gone.jpg", [0xFF, 0xD8, 0xFF, 1], mimeType: "image/jpeg")
        try await office.store.write { try $0.execute("UPDATE file_vault SET sha256 = 'x' WHERE id = \(gone.id)") }
        let mislabelled = try await keep("photo.png", Array("GIF89a...".utf8))
        try await show([wrong, gone, mislabelled])
        let model = ScriptedModel([.say("Only the last one.")])
        try await office.workUntilIdle(with: model)
        let messages = try #require(model.requests.first?.messages)
        #expect(messages.images.map(\.mediaType) == ["image/gif"])
        #expect(
            messages.suffix(3).map(\.words).prefix(2) == [
                "[The file wrong.png is not the picture that it is said to be.]", "[The picture gone.jpg cannot be read.]",
            ])
        #expect(try await office.all(Run.self).map(\.status) == [.success])
    }

    @Test func `the latest six are shown, each once, and none that is too large`() async throws {
        var files: [VaultFile] = []
        for number in 0..<8 { files.append(try await keep("\(number).png", Self.png + [UInt8(number)])) }
        let large = try await keep("large.png", Self.png + [99], size: 3_750_001)
        for file in files { try await show([file], saying: "This is \(file.originalName)") }
        try await show([files[7], large], saying: "And again")
        let model = ScriptedModel([.say("Seen.")])
        try await office.workUntilIdle(with: model)
        let messages = try #require(model.requests.last?.messages)
        #expect(messages.images.count == 6)
        #expect(messages.last?.isImage == true)
        let notes = messages.map(\.words).filter { $0.contains("not shown") }
        #expect(notes.count == 3)
        #expect(notes.prefix(2).allSatisfy { $0.hasSuffix("[A picture is not shown to you: there is no room for more.]") })
        #expect(notes.last?.hasSuffix("[A picture is not shown to you: providers take none that are so large.]") == true)
    }

    @Test func `pictures of a ticket follow the situation, with a list of what they are`() async throws {
        let file = try await keep("sketch.png")
        let other = try await keep("detail.png", Self.png + [7])
        try await office.store.write { [office] transaction in
            let ticket = try Ticket.file(
                Ticket.Draft(title: "Draw it", assignee: office.writer.id), in: office.company.id, by: .user(office.owner.id),
                transaction)
            try ticket.attach(file.id, by: .user(office.owner.id), in: transaction)
            let thread = try Thread.require(try #require(ticket.threadID), of: office.company.id, in: transaction)
            try Message.post("See also this", to: thread, by: .user(office.owner.id), files: [other.id], in: transaction)
        }
        let model = ScriptedModel([.call("complete_ticket", ["result": "Drawn."])])
        try await office.workUntilIdle(with: model)
        let messages = try #require(model.requests.first?.messages)
        #expect(messages.images.count == 2)
        let list =
            "## Pictures\nThey follow this message, in this order:\n- detail.png, file_id \(other.id)\n- sketch.png, file_id \(file.id)"
        #expect(messages.first?.words.contains(list) == true)
        #expect(messages.first?.isImage == false)
        #expect(try await office.all(Run.self).first?.status == .success)
    }

    @Test func `the preview has them too`() async throws {
        let thread = try await show([try await keep("plan.png")])
        let report = try await office.store.read { [office] transaction in
            let thread = try Thread.require(thread, of: office.company.id, in: transaction)
            return try ContextPreview(office.workplace(ScriptedModel([]))).read(
                thread, employee: nil, cause: nil, in: transaction)
        }
        #expect(report.messages.last?.content == "(a picture, image/png)")
        #expect(report.blocks.last?.origins.map(\.name) == ["plan.png"])
        #expect(report.used <= report.target)
    }

    @Test func `a small window keeps its room for words`() async throws {
        try await office.store.write { transaction in
            _ = try Provider.put(
                Provider.Draft(id: Provider.ID("sighted"), name: "sighted", kind: .openaiCompatible, contextWindow: 8192),
                by: .user("o"),
                in: transaction)
        }
        try await show([try await keep("plan.png"), try await keep("other.png", Self.png + [4])])
        let model = ScriptedModel([.say("Well.")])
        try await office.workUntilIdle(with: model)
        let messages = try #require(model.requests.first?.messages)
        #expect(messages.images.count < 2)
        #expect(messages.contains { $0.words.contains("there is no room for more") })
    }
}

extension [ModelMessage] {
    fileprivate var images: [ModelImage] {
        compactMap { if case .image(let image) = $0 { image } else { nil } }
    }
}

extension ModelMessage {
    fileprivate var words: String { if case .user(let text) = self { text } else { "" } }
    fileprivate var isImage: Bool { if case .image = self { true } else { false } }
}
