package import Domain

/// Writes the formats that are text: Markdown, plain text, CSV, JSON and HTML.
package struct TextDocumentWriter: DocumentWriter {
    /// The most bytes a document may have: 1 MiB.
    package static let sizeLimit = 1 << 20

    package init() {}

    package func render(_ request: DocumentRequest) throws -> Document {
        let format = try format(of: request)
        let fileName = DocumentName.sanitized(request.name, for: format)
        if let rows = request.rows, !rows.isEmpty {
            guard format == .csv else {
                throw ToolFailure("“rows” is for csv only; put the text of a \(format.rawValue) document in “content”.")
            }
            guard request.content.isBlank else {
                throw ToolFailure("Give either “rows” or “content”, not both.")
            }
            return try document(CSVText.text(of: rows, limit: Self.sizeLimit), named: fileName, format)
        }
        guard !request.content.isBlank else {
            throw ToolFailure(
                format == .csv
                    ? "The document is empty; give “rows” (a list of lists of cells) or CSV text in “content”."
                    : "The document is empty; put its whole text in “content”.")
        }
        try checkSize(request.content)
        return try document(text(of: request, format), named: fileName, format)
    }

    private func text(of request: DocumentRequest, _ format: DocumentFormat) throws -> String {
        switch format {
        case .markdown: MarkdownText.text(title: request.title, content: request.content)
        case .text: request.content
        case .csv: CSVText.neutralized(request.content)
        case .json: try JSONDocument.indented(request.content, limit: Self.sizeLimit)
        case .html: HTMLText.page(title: request.title ?? fallbackTitle(of: request), content: request.content)
        }
    }

    private func format(of request: DocumentRequest) throws -> DocumentFormat {
        if let format = request.format { return format }
        guard let ending = DocumentName.fileExtension(of: request.name) else { return .markdown }
        if let format = DocumentFormat(named: ending) { return format }
        if let instead = DocumentName.officeExtensions[ending] {
            let allowed = DocumentFormat.writable.map(\.rawValue).joined(separator: ", ")
            throw ToolFailure("“\(ending)” files cannot be written; use \(instead.rawValue) (possible: \(allowed)).")
        }
        return .markdown
    }

    private func document(_ text: String, named name: String, _ format: DocumentFormat) throws -> Document {
        try checkSize(text)
        return Document(fileName: name, format: format, bytes: Array(text.utf8))
    }

    private func checkSize(_ text: String) throws {
        guard text.utf8.count <= Self.sizeLimit else {
            throw ToolFailure(
                "The document has \(text.utf8.count) bytes; the limit is \(Self.sizeLimit) bytes (1 MiB). Split it into several.")
        }
    }

    private func fallbackTitle(of request: DocumentRequest) -> String {
        DocumentName.stem(of: DocumentName.sanitized(request.name, for: .html))
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
