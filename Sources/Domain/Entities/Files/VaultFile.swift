/// The metadata of a stored file; its bytes are on disk.
package struct VaultFile: Codable, Hashable, Sendable {
    package typealias ID = Identifier<VaultFile>

    package var id: ID
    package var companyID: Company.ID
    /// The cleaned name on disk.
    package var filename: String
    /// The name that people see.
    package var originalName: String
    package var mimeType: String
    package var sizeBytes: Int
    /// In lower-case hexadecimal; compared whenever the file is read.
    package var sha256: String
    /// Relative to the company's vault folder.
    package var vaultPath: String
    /// What full-text search goes through.
    package var extractedText: String?
    package var tags: JSONColumn<[String]>
    /// The id of an operator or an employee.
    package var uploadedBy: String
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    /// Chosen by whoever put the file in, so that saying the same twice creates it once.
    ///
    /// Unique in the company.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case filename
        case originalName = "original_name"
        case mimeType = "mime_type"
        case sizeBytes = "size_bytes"
        case sha256
        case vaultPath = "vault_path"
        case extractedText = "extracted_text"
        case tags = "tags_json"
        case uploadedBy = "uploaded_by"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, filename: String, originalName: String, mimeType: String = "application/octet-stream",
        sizeBytes: Int = 0, sha256: String, vaultPath: String, extractedText: String? = nil, tags: JSONColumn<[String]> = [],
        uploadedBy: String, createdAt: Timestamp, updatedAt: Timestamp, clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.filename = filename
        self.originalName = originalName
        self.mimeType = mimeType
        self.sizeBytes = sizeBytes
        self.sha256 = sha256
        self.vaultPath = vaultPath
        self.extractedText = extractedText
        self.tags = tags
        self.uploadedBy = uploadedBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.clientKey = clientKey
    }
}
