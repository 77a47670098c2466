import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// The company's files: put in, found, handed out.
enum FileRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/files", "List files, or find those that hold all words of q",
            query: [.text("q"), .limit, .text("after")],
            answer: .json(.list(.either(shape, .members(["file": shape, "snippet": .text]))))
        ) { call in
            let (limit, after) = (try call.limit(), try call.listPlace())
            return try await call.store.read { transaction in
                let row = try call.company(in: transaction)
                let company = row.id
                guard let words = call.query("q") else {
                    let files = try VaultFile.list(of: company, after: after, limit: limit, in: transaction)
                    let last = files.count == limit ? files.last : nil
                    let next = last.map { JSONValue.string(ListPlace($0.createdAt, $0.id.rawValue).text) } ?? .null
                    return .json(["items": .array(try values(of: files, of: row, transaction)), "next": next])
                }
                let found = try VaultFile.search(words, in: company, limit: min(limit, 50), transaction)
                let items = zip(try values(of: found.map(\.file), of: row, transaction), found).map { file, match in
                    JSONValue.object(["file": file, "snippet": .string(match.snippet)])
                }
                return .json(["items": .array(items), "next": .null])
            }
        },
        Route(
            .post, "/api/companies/{company}/files", "Put a file into the vault",
            query: [.text("name", isRequired: true), .text("ticket_id")], body: .bytes, answer: .object(VaultFile.self),
            creates: true
        ) { call in
            try await upload(call)
        },
        Route(.get, "/api/companies/{company}/files/{file}", "Show a file's row", answer: .json(shape)) { call in
            try await call.store.read { transaction in
                let file = try call.file(in: transaction)
                return .json(try values(of: [file], of: call.company(in: transaction), transaction).first ?? .null)
            }
        },
        Route(
            .get, "/api/companies/{company}/files/{file}/content", "Hand out a file's bytes", answer: .bytes, takesTicket: true
        ) { call in
            let file = try await call.store.read { try call.file(in: $0) }
            let bytes = try call.store.vault.read(file)
            var headers = HTTPFields()
            headers[.contentType] = file.mimeType
            headers[.contentDisposition] = "attachment; filename*=UTF-8''\(file.originalName.percentEncoded)"
            headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
            return Reply(
                status: .ok,
                response: Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))))
        },
    ]

    private static let shape = AnswerShape.one(VaultFile.self, with: ["ticket": .optional(Ticket.Name.shape)])

    /// Files' rows, each with the ticket that it belongs to.
    private static func values(
        of files: [VaultFile], of company: Company, _ transaction: any Transaction
    ) throws -> [JSONValue] {
        let tickets = try Ticket.names(having: files.map(\.id), in: transaction)
        return try files.map { file in
            var value = try value(of: file).object ?? [:]
            value["ticket"] = tickets[file.id].map { $0.json(in: company) } ?? .null
            return .object(value)
        }
    }

    /// A file's row without the text that was taken out of it for search.
    static func value(of file: VaultFile) throws -> JSONValue {
        var file = file
        file.extractedText = nil
        return try ResponseJSON.value(of: file)
    }

    private static func upload(_ call: Call) async throws -> Reply {
        guard let name = call.query("name") else { throw APIError.invalid("name", "is missing: give the file's name as ?name=") }
        let mimeType = call.request.headers[.contentType] ?? "application/octet-stream"
        guard mimeType.utf8.count <= 200 else { throw APIError.invalid("Content-Type", "must have at most 200 characters") }
        let key = try call.clientKey()
        let (company, ticket, known) = try await call.store.read { transaction in
            let company = try call.company(in: transaction).id
            _ = try RuleViolation.nonBlank(name, "name", limit: 255)
            let ticket = try call.query("ticket_id").map { try Ticket.require(Ticket.ID($0), of: company, in: transaction) }
            return (company, ticket, try transaction.known(VaultFile.self, clientKey: key, company: company))
        }
        if let known { return .json(try value(of: known)) }
        let (stored, beginning) = try await receive(call, for: company)
        let text = call.server.extractText(beginning, mimeType, name)
        do {
            return try await call.store.write { transaction in
                if let known = try transaction.known(VaultFile.self, clientKey: key, company: company) {
                    try stored.discard(from: call.store.vault, of: company, in: transaction)
                    return .json(try value(of: known))
                }
                try stored.requirePresence(in: call.store.vault)
                let file = try VaultFile.enter(
                    stored, name: name, mimeType: mimeType, text: text, ticket: ticket?.id, company: company, by: call.author,
                    clientKey: key, in: transaction)
                try ticket?.attach(file.id, by: call.author, in: transaction)
                return .json(try value(of: file), status: .created)
            }
        } catch {
            // The reason that counts is the first one; what cannot be removed lies there unused.
            try? await call.store.write { try stored.discard(from: call.store.vault, of: company, in: $0) }
            throw error
        }
    }

    /// Writes the body into the vault as it comes.
    ///
    /// - Returns: What was kept, and the first bytes of it.
    private static func receive(_ call: Call, for company: Company.ID) async throws -> (Vault.Stored, [UInt8]) {
        var intake = try call.store.vault.intake(for: company)
        var beginning: [UInt8] = []
        for try await buffer in call.request.body {
            try buffer.withUnsafeReadableBytes { try intake.append($0) }
            beginning += buffer.readableBytesView.prefix(textLimit - beginning.count)
        }
        return (try intake.finish(), beginning)
    }

    /// How much of a file is searched for text: one byte more than is used, so that it shows whether there is more.
    private static let textLimit = (1 << 20) + 1
}

extension Call {
    func file(in transaction: any Transaction) throws -> VaultFile {
        try VaultFile.require(VaultFile.ID(path("file")), of: company(in: transaction).id, in: transaction)
    }
}
