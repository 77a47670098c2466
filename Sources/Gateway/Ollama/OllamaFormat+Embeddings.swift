import Domain

/// Source: Ollama's API reference, “Generate embeddings”.
extension OllamaFormat: EmbeddingFormat {
    func embeddingQuestion(for texts: [String], model: String) -> (path: String, body: JSONValue) {
        ("embed", ["model": .string(model), "input": .array(texts.map { .string($0) }), "truncate": true])
    }

    func vectors(in answer: JSONValue) throws(ModelError) -> TextVectors {
        guard let items = answer["embeddings"]?.array, items.count <= TextVectors.batchLimit else { throw ModelError.noVectors }
        var vectors: [[Float]] = []
        for item in items { vectors.append(try item.vector()) }
        return TextVectors(vectors: vectors, tokens: answer["prompt_eval_count"]?.tokenCount)
    }
}
