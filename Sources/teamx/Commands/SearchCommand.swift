import ArgumentParser
import Domain

/// `teamx search`.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find what was said, done and kept, by words and by meaning.",
        discussion: """
            EXAMPLES:
              teamx search "when does the lease end"
              teamx search invoice --type ticket --type vault_file
            """)

    @Argument(help: "What you look for.") var words: [String]
    @Option(help: "Only message, ticket, vault_file, meeting_minutes, goal or project; may be given more than once.")
    var type: [EmbeddingSource] = []
    @Option(help: "How many at most, up to 50.") var limit = 10
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard !words.joined().trimmed.isEmpty else { throw ValidationError("Say what you look for.") }
        guard (1...50).contains(limit) else { throw ValidationError("--limit must be from 1 to 50.") }
    }

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            let types = type.isEmpty ? nil : type.map(\.rawValue).joined(separator: ",")
            let path = APIPath.company(company, "search").asking("q", words.joined(separator: " ")).asking("types", types)
                .asking("limit", String(limit))
            let answer = try await desk.client.get(path)
            if let remark = answer["remark"]?.string { desk.console.note(SafeText.line(remark)) }
            let hits = answer["items"]?.array ?? []
            guard desk.form == .table, desk.fields == nil else {
                return try desk.show(
                    hits,
                    [
                        .member("TYPE", "source_type"), .member("ID", "source_id", .whole),
                        .init("WHERE") { SearchWords.place(of: $0) }, .member("WHY", "reason"), .member("TEXT", "snippet"),
                    ], empty: Self.nothing)
            }
            if hits.isEmpty { desk.console.note(Self.nothing) }
            for hit in hits {
                let place = SafeText.line(SearchWords.place(of: hit))
                desk.console.result("\(desk.paint(place, .bold))  \(hit.text("source_type")), by \(SearchWords.reason(of: hit))")
                WordWrap.lines(SafeText.line(hit.text("snippet")), width: desk.width, indent: "  ", hanging: "  ").prefix(3)
                    .forEach(desk.console.result)
            }
        }
    }

    private static let nothing = "Nothing was found."
}

extension EmbeddingSource: ExpressibleByArgument {}

/// The words for what was found.
enum SearchWords {
    static func place(of hit: JSONValue) -> String {
        let place = hit["place"] ?? .null
        let number = place["ticket_number"]?.serverNumber.map { "#\($0) " } ?? ""
        let author = place["author"]?.string.map { ", \($0)" } ?? ""
        return number + place.text("title") + author
    }

    static func reason(of hit: JSONValue) -> String {
        switch hit["reason"]?.string.flatMap(SearchReason.init(rawValue:)) {
        case .words: "its words"
        case .meaning: "its meaning"
        case .both: "words and meaning"
        case nil: hit.text("reason")
        }
    }
}
