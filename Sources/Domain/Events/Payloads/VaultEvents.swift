/// A file came into the vault.
package struct VaultFileCreated: EventPayload {
    package static let type = EventType.vaultFileCreated

    package let fileID: VaultFile.ID
    package let originalName: String
    package let mimeType: String
    package let sizeBytes: Int
    /// In lower-case hexadecimal.
    package let sha256: String
    /// The id of an operator or an employee.
    package let uploadedBy: String
    /// The ticket that the file came with.
    package let ticketID: Ticket.ID?

    package init(
        fileID: VaultFile.ID, originalName: String, mimeType: String, sizeBytes: Int, sha256: String, uploadedBy: String,
        ticketID: Ticket.ID? = nil
    ) {
        self.fileID = fileID
        self.originalName = originalName
        self.mimeType = mimeType
        self.sizeBytes = sizeBytes
        self.sha256 = sha256
        self.uploadedBy = uploadedBy
        self.ticketID = ticketID
    }

    private enum CodingKeys: String, CodingKey {
        case fileID = "file_id"
        case originalName = "original_name"
        case mimeType = "mime_type"
        case sizeBytes = "size_bytes"
        case sha256
        case uploadedBy = "uploaded_by"
        case ticketID = "ticket_id"
    }
}

/// A file left the vault.
package struct VaultFileDeleted: EventPayload {
    package static let type = EventType.vaultFileDeleted

    package let fileID: VaultFile.ID

    package init(fileID: VaultFile.ID) { self.fileID = fileID }

    private enum CodingKeys: String, CodingKey {
        case fileID = "file_id"
    }
}
