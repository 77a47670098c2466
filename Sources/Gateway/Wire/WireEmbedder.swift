import Domain

/// A provider of vectors that is reached over HTTP, whatever its format.
struct WireEmbedder: EmbeddingProvider {
    /// The most bytes of an answer that are read: 64 vectors of 8192 numbers as they are usually written have about ten million.
    static let answerLimit = 24 << 20

    let provider: WireProvider
    let format: any EmbeddingFormat

    func embed(_ texts: [String], model: String) async throws -> TextVectors {
        var all = TextVectors(vectors: [], tokens: 0)
        var rest = texts[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(TextVectors.batchLimit))
            rest = rest.dropFirst(batch.count)
            let answer = try await vectors(of: batch, model)
            all.vectors += answer.vectors
            all.tokens = all.tokens.flatMap { sum in answer.tokens.map { sum.addingReportingOverflow($0).partialValue } }
        }
        try all.check(count: texts.count)
        return all
    }

    private func vectors(of texts: [String], _ model: String) async throws -> TextVectors {
        let question = format.embeddingQuestion(for: texts, model: model)
        let answer = try await provider.post(question.path, question.body, limit: Self.answerLimit)
        let found = try format.vectors(in: answer)
        try found.check(count: texts.count)
        return found
    }
}

/// One maker's way to be asked for the vectors of texts.
protocol EmbeddingFormat: Sendable {
    /// The path below the base URL, and what is sent there.
    func embeddingQuestion(for texts: [String], model: String) -> (path: String, body: JSONValue)

    /// The vectors in the order of the texts, not yet counted.
    ///
    /// - Throws: ``ModelError`` of class `malformed` for an answer of another shape.
    func vectors(in answer: JSONValue) throws(ModelError) -> TextVectors
}

extension JSONValue {
    /// The vector that a list of numbers is.
    ///
    /// - Throws: ``ModelError`` for anything else, and for a list that is longer than any vector.
    func vector() throws(ModelError) -> [Float] {
        guard let items = array else { throw ModelError.noVectors }
        guard items.count <= TextVectors.dimensions.upperBound else {
            throw ModelError(.malformed, "The provider's vectors have \(items.count) numbers; 1 to 8192 can be used.")
        }
        var vector: [Float] = []
        vector.reserveCapacity(items.count)
        for item in items {
            guard let number = item.number else { throw ModelError.noVectors }
            vector.append(Float(number))
        }
        return vector
    }

    /// Tokens as a provider counts them; `nil` for what cannot be.
    var tokenCount: Int? { integer.flatMap { (0...100_000_000).contains($0) ? Int($0) : nil } }
}

extension ModelError {
    static let noVectors = ModelError(.malformed, "The provider's answer holds no vectors. Is the model one for embeddings?")
}
