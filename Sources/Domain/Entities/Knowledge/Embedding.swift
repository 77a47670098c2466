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
    /// What made the vector, as ``SearchIndex/embedder`` names it; vectors of different makers are never compared.
    package var model: String
    /// How many numbers the vector has.
    package var dimension: Int

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case sourceType = "source_type"
        case sourceID = "source_id"
        case chunkIndex = "chunk_index"
        case contentText = "content_text"
        case embedding
        case createdAt = "created_at"
        case model
        case dimension
    }

    package init(
        id: ID, companyID: Company.ID, sourceType: EmbeddingSource, sourceID: String, chunkIndex: Int = 0, contentText: String,
        embedding: [UInt8], createdAt: Timestamp, model: String = "", dimension: Int = 0
    ) {
        self.id = id
        self.companyID = companyID
        self.sourceType = sourceType
        self.sourceID = sourceID
        self.chunkIndex = chunkIndex
        self.contentText = contentText
        self.embedding = embedding
        self.createdAt = createdAt
        self.model = model
        self.dimension = dimension
    }
}

extension Embedding {
    /// The vector as the column holds it.
    package static func bytes(of vector: [Float]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(vector.count * 4)
        for number in vector { withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// The vector that the column holds; `nil` when its length is not one of whole numbers.
    package static func vector(of bytes: [UInt8]) -> [Float]? {
        guard bytes.count.isMultiple(of: 4) else { return nil }
        return bytes.withUnsafeBytes { raw in
            (0..<raw.count / 4).map {
                Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
            }
        }
    }
}
