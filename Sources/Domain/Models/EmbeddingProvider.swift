/// A source of vectors for texts: what means the same lies close together.
///
/// A conformer makes one kind of call to one endpoint. It does not retry, count money or know who asks; the model gate in
/// `Engine` does that.
package protocol EmbeddingProvider: Sendable {
    /// The vectors of `texts`, in their order, each of the same length.
    ///
    /// - Throws: ``ModelError`` for everything that goes wrong on the way, an answer that cannot be included;
    ///   `CancellationError` when the task was cancelled.
    func embed(_ texts: [String], model: String) async throws -> TextVectors
}

/// What was made of texts.
package struct TextVectors: Hashable, Sendable {
    /// The most texts of one call.
    package static let batchLimit = 64
    /// How long a vector may be.
    package static let dimensions = 1...8192

    package var vectors: [[Float]]
    /// How many tokens were read, where the provider says.
    package var tokens: Int?

    package init(vectors: [[Float]], tokens: Int? = nil) {
        self.vectors = vectors
        self.tokens = tokens
    }
}

extension TextVectors {
    /// - Throws: ``ModelError`` unless there is one vector for each of `count` texts, all of one length and of finite numbers.
    package func check(count: Int) throws(ModelError) {
        guard vectors.count == count else {
            throw ModelError(.malformed, "The provider gave \(vectors.count) vectors for \(count) texts.")
        }
        guard let dimension = vectors.first?.count else { return }
        guard Self.dimensions.contains(dimension) else {
            throw ModelError(.malformed, "The provider's vectors have \(dimension) numbers; 1 to 8192 can be used.")
        }
        for vector in vectors {
            guard vector.count == dimension else {
                throw ModelError(.malformed, "The provider's vectors are not of one length.")
            }
            guard vector.allSatisfy(\.isFinite) else {
                throw ModelError(.malformed, "The provider's vectors hold numbers that are none.")
            }
        }
    }
}

extension ProviderKind {
    /// The model for vectors when nobody names one; `nil` where one has to be named, or where there are none.
    package var defaultEmbeddingModel: String? {
        switch self {
        case .openai: "text-embedding-3-small"
        case .google: "gemini-embedding-001"
        case .openrouter: "openai/text-embedding-3-small"
        case .together: "intfloat/multilingual-e5-large-instruct"
        case .fireworks: "nomic-ai/nomic-embed-text-v1.5"
        case .ollama: "nomic-embed-text"
        case .anthropic, .groq, .openaiCompatible, .practice: nil
        }
    }

    /// Whether a provider of this kind makes vectors at all.
    package var makesEmbeddings: Bool {
        switch self {
        case .openai, .google, .openrouter, .together, .fireworks, .ollama, .openaiCompatible: true
        case .anthropic, .groq, .practice: false
        }
    }
}
