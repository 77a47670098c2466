import Domain

/// Source: Google's API reference, “Embeddings”.
extension GoogleFormat: EmbeddingFormat {
    func embeddingQuestion(for texts: [String], model: String) -> (path: String, body: JSONValue) {
        let name = model.contains("/") ? model : "models/" + model
        let requests = texts.map { text -> JSONValue in
            ["model": .string(name), "content": ["parts": [["text": .string(text)]]]]
        }
        return (name.percentEncoded(keeping: "/") + ":batchEmbedContents", ["requests": .array(requests)])
    }

    func vectors(in answer: JSONValue) throws(ModelError) -> TextVectors {
        guard let items = answer["embeddings"]?.array, items.count <= TextVectors.batchLimit else { throw ModelError.noVectors }
        var vectors: [[Float]] = []
        for item in items {
            guard let values = item["values"] else { throw ModelError.noVectors }
            vectors.append(try values.vector())
        }
        return TextVectors(vectors: vectors, tokens: answer["usageMetadata"]?["promptTokenCount"]?.tokenCount)
    }
}
