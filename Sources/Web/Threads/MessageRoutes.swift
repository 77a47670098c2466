import Domain
import HTTPTypes
import Store

/// What is said in threads.
enum MessageRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/threads/{thread}/messages",
            "List the latest messages, or those before or after one, the oldest of them first",
            query: [.limit, .text("before"), .text("after"), .flag("superseded")],
            answer: .json(
                .members(["items": .many(shape), "next": .optional(.text), "previous": .optional(.text)]))
        ) { call in
            let limit = try call.limit()
            let (before, after) = (call.query("before"), call.query("after"))
            let superseded = try call.flag("superseded")
            return try await call.store.read { transaction in
                let page = try Message.page(
                    of: call.thread(in: transaction).id, before: before.map { Message.ID($0) },
                    after: after.map { Message.ID($0) }, superseded: superseded, limit: limit, in: transaction)
                return .json([
                    "items": .array(try values(of: page.messages, transaction)), "next": text(page.next),
                    "previous": text(page.previous),
                ])
            }
        },
        Route(
            .post, "/api/companies/{company}/threads/{thread}/messages", "Write a message", body: .json(Post.self),
            answer: .json(posted), creates: true
        ) { call in
            let body = try await call.body(Post.self)
            let key = try call.clientKey()
            let terms = call.server.terms
            return try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                let isKnown = try transaction.known(Message.self, clientKey: key, thread: thread.id) != nil
                let message = try Message.post(
                    body.content ?? "", to: thread, by: call.author, files: body.fileIDs ?? [], answering: body.replyTo,
                    clientKey: key, in: transaction)
                var value = try values(of: [message], transaction).first?.object ?? [:]
                value.merge(try MessageReach.members(of: message, in: thread, on: terms, transaction)) { own, _ in own }
                return .json(.object(value), status: isKnown ? .ok : .created)
            }
        },
        Route(
            .get, "/api/companies/{company}/messages/search", "Find messages that hold all words of q, the newest first",
            query: [.text("q", isRequired: true), .text("thread"), .text("author"), .text("before"), .limit],
            answer: .json(
                .list(
                    .members([
                        "message": .one(Message.self), "thread": .one(Thread.self), "snippet": .text,
                        "author": .optional(.text),
                    ])))
        ) { call in try await search(call) },
    ]

    private static let attachments: [String: AnswerShape] = [
        "attachments": .many(.members(["file_id": .text, "name": .text, "mime_type": .text, "size_bytes": .number]))
    ]

    static let shape = AnswerShape.one(Message.self, with: attachments)

    /// A message that was just written, with who answers it.
    private static let posted = AnswerShape.one(
        Message.self, with: attachments.merging(MessageReach.shape) { own, _ in own })

    /// Messages with what is to be known of their files.
    static func values(of messages: [Message], _ transaction: any Transaction) throws -> [JSONValue] {
        let attachments = try Message.attachments(of: messages, in: transaction)
        return try messages.map { message in
            let files = (attachments[message.id] ?? []).map { file -> JSONValue in
                [
                    "file_id": .string(file.id.rawValue), "name": .string(file.originalName),
                    "mime_type": .string(file.mimeType), "size_bytes": .integer(Int64(file.sizeBytes)),
                ]
            }
            return try ResponseJSON.value(of: message, adding: ["attachments": .array(files)])
        }
    }

    private static func search(_ call: Call) async throws -> Reply {
        guard let words = call.query("q") else { throw APIError.invalid("q", "is missing: say which words to look for") }
        let limit = try call.limit()
        return try await call.store.read { transaction in
            let company = try call.company(in: transaction).id
            let thread = try call.query("thread").map { try Thread.require(Thread.ID($0), of: company, in: transaction).id }
            let found = try Message.search(
                Message.Search(
                    words, thread: thread, author: call.query("author"), before: call.query("before").map { Message.ID($0) }),
                in: company, limit: limit, transaction)
            let names = try Employee.names(of: Set(found.map(\.message.authorID)), in: transaction)
            let items = try found.map { match -> JSONValue in
                [
                    "message": try ResponseJSON.value(of: match.message), "thread": try ResponseJSON.value(of: match.thread),
                    "snippet": .string(match.snippet),
                    "author": names[match.message.authorID].map { .string($0) } ?? .null,
                ]
            }
            let next = found.count == limit ? text(found.last?.message.id) : .null
            return .json(["items": .array(items), "next": next])
        }
    }

    private static func text(_ id: Message.ID?) -> JSONValue { id.map { .string($0.rawValue) } ?? .null }

    struct Post: RequestBody {
        /// May be missing where there are files.
        var content: String?
        var fileIDs: [VaultFile.ID]?
        /// The message of the same thread that this one answers; whoever wrote it is called on.
        var replyTo: Message.ID?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case content
            case fileIDs = "file_ids"
            case replyTo = "reply_to"
        }
    }
}
