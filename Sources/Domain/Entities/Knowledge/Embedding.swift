/// The vector of one chunk of text.
package struct Embedding: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Embedding>

    package var id: ID
    package var companyID: Company.ID
    package var sourceType: EmbeddingSource
    /// The id of the row that the text came from; the table is told by the type.
    package var sourceID: String
    /// The place among the chunks of one source, from 0.
    package var chunkIndex: Int
    /// The text that was embedded.
    package var contentText: String
    /// 32-bit floats, little-endian, not normalised.
    package var embedding: [UInt8]
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case sourceType = "source_type"
        case sourceID = "source_id"
        case chunkIndex = "chunk_index"
        case contentText = "content_text"
        case embedding
        case createdAt = "created_at"
    }

    package init(
        id: ID, companyID: Company.ID, sourceType: EmbeddingSource, sourceID: String, chunkIndex: Int = 0, contentText: String,
        embedding: [UInt8], createdAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.sourceType = sourceType
        self.sourceID = sourceID
        self.chunkIndex = chunkIndex
        self.contentText = contentText
        self.embedding = embedding
        self.createdAt = createdAt
    }
}
