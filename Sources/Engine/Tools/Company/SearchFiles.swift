import Domain
import Store

/// Finds files of the company by the words in them.
struct SearchFiles: CompanyTool {
    let specification = ToolSpecification(
        name: "search_files", description: "Finds files of the company that hold all of the given words.",
        parameters: Schema.object(["query": Schema.text("The words to look for.")], required: ["query"]))

    var isForMeetings: Bool { true }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let matches = try VaultFile.search(arguments.string("query"), in: desk.company, limit: 8, desk.transaction)
        return .array(
            matches.map { match in
                [
                    "file_id": .string(match.file.id.rawValue), "name": .string(match.file.originalName),
                    "excerpt": .string(match.snippet),
                ]
            })
    }
}
