import ArgumentParser
import Domain

extension ThreadCommand {
    /// `teamx thread digest`.
    struct Digest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "digest", abstract: "See or write what is remembered of a conversation.",
            discussion: """
                The summary and the pinned facts are told in every turn of the conversation. \
                The summary is made anew as the conversation grows; pinned facts stay.

                EXAMPLE: teamx thread digest Launch --write "The budget is 500."
                """)

        @OptionGroup var thread: ThreadArgument
        @Option(help: "The summary, in your words.") var write: String?
        @Flag(help: "Have it made anew now.") var refresh = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard write == nil || !refresh else { throw ValidationError("Either --write or --refresh.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let place = try await thread.path(desk, in: company)
                let path = place("digest")
                let digest =
                    if let write {
                        try await desk.client.put(path, ["summary": .string(write)])
                    } else if refresh {
                        try await desk.client.post(place("digest", "refresh"))
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
            return lines + ["", "Pinned:"] + desk.rows(facts, [.member("FACT", "fact"), .member("ID", "id", .id)])
        }
    }
}
