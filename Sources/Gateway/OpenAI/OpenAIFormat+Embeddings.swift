import Domain

/// Source: OpenAI's API reference, “Create embeddings”.
extension OpenAIFormat: EmbeddingFormat {
    func embeddingQuestion(for texts: [String], model: String) -> (path: String, body: JSONValue) {
        ("embeddings", ["model": .string(model), "input": .array(texts.map { .string($0) })])
    }

    /// The vectors by their `index`; servers that leave it out keep the order.
    func vectors(in answer: JSONValue) throws(ModelError) -> TextVectors {
        guard let items = answer["data"]?.array else { throw ModelError.noVectors }
        guard items.count <= TextVectors.batchLimit else {
            throw ModelError(.malformed, "The provider gave \(items.count) vectors, more than it was asked for.")
        }
        var vectors = [[Float]?](repeating: nil, count: items.count)
        for (place, item) in items.enumerated() {
            guard let list = item["embedding"] else { throw ModelError.noVectors }
            let index = item["index"].map { $0.integer.flatMap { Int(exactly: $0) } ?? -1 } ?? place
            guard vectors.indices.contains(index), vectors[index] == nil else {
                throw ModelError(.malformed, "The provider's vectors are numbered wrongly.")
            }
            vectors[index] = try list.vector()
        }
        let usage = answer["usage"]
        return TextVectors(
            vectors: vectors.compactMap { $0 }, tokens: (usage?["prompt_tokens"] ?? usage?["total_tokens"])?.tokenCount)
    }
}
