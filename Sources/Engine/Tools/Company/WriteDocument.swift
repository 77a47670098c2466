import Domain
import Store

/// Writes a document into the company's vault.
struct WriteDocument: CompanyTool {
    let specification = ToolSpecification(
        name: "write_document",
        description: "Writes a document into the company's files and returns its file_id. Formats: md, txt, csv, json, html.",
        parameters: Schema.object(
            [
                "name": Schema.text("The file's name with its ending, such as launch-plan.md."),
                "title": Schema.text("The document's heading."),
                "content": Schema.text("The whole text of the document."),
                "format": Schema.text("md, txt, csv, json or html; the name's ending decides when left out."),
            ], required: ["name", "content"]))

    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest }

    func prepare(_ arguments: ToolArguments, _ workplace: Workplace, _ context: TurnContext) throws -> PreparedDocument? {
        let name = arguments.optionalString("name") ?? arguments.optionalString("filename") ?? arguments.optionalString("title")
        guard let name, !name.trimmed.isEmpty else {
            throw ToolFailure("write_document needs “name”, the file's name, such as launch-plan.md.")
        }
        var format: DocumentFormat?
        if let wanted = arguments.optionalString("format")?.trimmed, !wanted.isEmpty {
            guard let known = DocumentFormat(reading: wanted.lowercased()) else {
                throw ToolFailure(
                    "write_document: “format” must be one of md, txt, csv, json, html, not “\(wanted.cut(to: 40))”.")
            }
            format = known
        }
        let document = try workplace.documents.render(
            DocumentRequest(
                name: name, format: format, title: arguments.optionalString("title"), content: arguments.string("content"),
                rows: arguments["rows"]?.array?.compactMap(\.array)))
        let vault = workplace.store.vault
        return PreparedDocument(
            document: document, stored: try vault.keep(document.bytes, for: context.company.id), vault: vault,
            text: workplace.extractText(document.bytes, document.mimeType, document.fileName))
    }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        guard let prepared = desk.document else { throw ToolFailure("The document was not written.") }
        try prepared.stored.requirePresence(in: prepared.vault)
        let ticket = desk.context.isOwnTicket ? desk.context.ticket : nil
        let practice = desk.run.provider == ProviderKind.practice.rawValue ? ["practice"] : []
        let file = try VaultFile.enter(
            prepared.stored, name: prepared.document.fileName, mimeType: prepared.document.mimeType, text: prepared.text,
            tags: ["agent-created"] + practice, ticket: ticket?.id, company: desk.company, by: desk.author, in: desk.transaction)
        try ticket?.attach(file.id, by: desk.author, in: desk.transaction)
        return [
            "file_id": .string(file.id.rawValue), "name": .string(file.originalName), "bytes": .integer(Int64(file.sizeBytes)),
        ]
    }
}
