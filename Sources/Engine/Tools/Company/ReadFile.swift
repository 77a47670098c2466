import Domain
import Store

/// Reads the text of a file, a piece at a time.
struct ReadFile: CompanyTool {
    let specification = ToolSpecification(
        name: "read_file",
        description: "Reads the text of a file of the company, from the beginning or from “offset” on.",
        parameters: Schema.object(
            [
                "file_id": Schema.text("The file's id."),
                "offset": Schema.text("Where to go on: what an earlier call gave as next_offset."),
            ], required: ["file_id"]))

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let file = try desk.file(arguments.optionalString("file_id") ?? arguments.string("name"))
        guard let text = file.extractedText else {
            throw ToolFailure("“\(file.originalName)” is \(file.mimeType), of which no text can be read.")
        }
        let offset = max(0, arguments.optionalString("offset").flatMap { Int($0.trimmed) } ?? 0)
        let rest = text.dropFirst(offset)
        let piece = rest.prefix(Self.pieceLimit)
        var answer: [String: JSONValue] = [
            "file_id": .string(file.id.rawValue), "name": .string(file.originalName), "text": .string(String(piece)),
        ]
        if piece.endIndex < rest.endIndex { answer["next_offset"] = .integer(Int64(offset + piece.count)) }
        return .object(answer)
    }

    /// In characters.
    private static let pieceLimit = 8000
}
