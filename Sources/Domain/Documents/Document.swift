/// What somebody wants written: the wish of a tool call, before any of it has been checked.
package struct DocumentRequest: Hashable, Sendable {
    /// The wanted file name; anything in it that a file name must not hold is taken out.
    package var name: String
    /// Absent, the extension of ``name`` decides, and without one Markdown is written.
    package var format: DocumentFormat?
    /// The heading of a Markdown document, the title of an HTML page; the other formats have no place for one.
    package var title: String?
    package var content: String
    /// The cells of a CSV file, given instead of ``content``.
    package var rows: [[JSONValue]]?

    package init(
        name: String, format: DocumentFormat? = nil, title: String? = nil, content: String = "", rows: [[JSONValue]]? = nil
    ) {
        self.name = name
        self.format = format
        self.title = title
        self.content = content
        self.rows = rows
    }
}

/// A finished file that has not been stored anywhere yet.
package struct Document: Hashable, Sendable {
    /// One path component, safe on every file system, that ends with the extension of ``format``.
    package let fileName: String
    package let format: DocumentFormat
    package let mimeType: String
    package let bytes: [UInt8]

    package init(fileName: String, format: DocumentFormat, bytes: [UInt8]) {
        self.fileName = fileName
        self.format = format
        self.mimeType = format.mimeType
        self.bytes = bytes
    }
}

/// Turns a request into the bytes of a file.
package protocol DocumentWriter: Sendable {
    /// - Throws: ``ToolFailure``, worded for the model that asked.
    func render(_ request: DocumentRequest) throws -> Document
}
