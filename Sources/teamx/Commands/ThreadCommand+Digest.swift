import ArgumentParser
import Domain

extension ThreadCommand {
    /// `teamx thread digest`.
    struct Digest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "digest", abstract: "See or write what is remembered of a conversation.",
            discussion: """
                The summary and the pinned facts are told in every turn of the conversation. The summary is made anew as the
                conversation grows; pinned facts stay.

                EXAMPLE: teamx thread digest 0Mf3xY --write "Ada plans the opening; the budget is 500."
                """)

        @Argument(help: "The conversation's id, or the first six characters of it or more.") var thread: String
        @Option(help: "The summary, in your words.") var write: String?
        @Flag(help: "Have it made anew now.") var refresh = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard write == nil || !refresh else { throw ValidationError("Either --write or --refresh.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await desk.digest(of: thread, in: company)
                let digest =
                    if let write {
                        try await desk.client.put(path, ["summary": .string(write)])
                    } else if refresh {
                        try await desk.client.post(try await desk.digest(of: thread, in: company, "refresh"))
                    } else {
                        try await desk.client.get(path)
                    }
                try desk.show(digest) { Self.lines($0, desk) }
            }
        }

        private static func lines(_ digest: JSONValue, _ desk: ClientDesk) -> [String] {
            let left = digest.int("unsummarised_messages")
            let queued = digest["is_queued"]?.bool == true ? "; a new one is on its way" : ""
            let summary = SafeText.block(digest["summary"]?.string ?? "")
            let facts = digest["pinned_facts"]?.array ?? []
            var lines = ["\(digest.text("freshness")), \(Quantity.of(left, "message")) not in it\(queued)", ""]
            lines += summary.isEmpty ? ["No summary yet."] : WordWrap.lines(summary, width: desk.width)
            guard !facts.isEmpty else { return lines }
            return lines + ["", "Pinned:"] + desk.rows(facts, [.member("FACT", "fact"), .member("ID", "id", .whole)])
        }
    }
}

extension ClientDesk {
    func digest(of thread: String, in company: String, _ more: String...) async throws -> APIPath {
        let id = try await id(thread, in: APIPath.company(company, "threads"), kind: "conversation")
        return .company(company, parts: ["threads", id, "digest"] + more)
    }
}
