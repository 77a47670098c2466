import Domain
import Synchronization

/// A maker of vectors that knows a few words and which of them mean the same.
final class ConceptEmbedder: EmbeddingProvider {
    private struct State {
        var calls: [[String]] = []
        var failures: [ModelError] = []
        var dimension: Int?
        var hangs = false
    }

    private static let concepts = [
        ["car", "automobile", "vehicle"], ["lease", "rent", "tenancy"], ["bread", "loaf", "bakery"], ["hello", "greetings"],
    ]

    private let state = Mutex(State())

    /// The texts of each call that was made.
    var calls: [[String]] { state.withLock(\.calls) }

    /// All texts that it was told.
    var texts: [String] { calls.flatMap { $0 } }

    /// Fails at the next calls.
    func fail(_ errors: ModelError...) { state.withLock { $0.failures += errors } }

    /// Makes vectors of another length from now on.
    func stretch(to dimension: Int) { state.withLock { $0.dimension = dimension } }

    /// Says nothing any more, until its task is cancelled.
    func hang() { state.withLock { $0.hangs = true } }

    func embed(_ texts: [String], model: String) async throws -> TextVectors {
        let (failure, dimension) = state.withLock { state -> (ModelError?, Int?) in
            state.calls.append(texts)
            return (state.failures.isEmpty ? nil : state.failures.removeFirst(), state.dimension)
        }
        if let failure { throw failure }
        if state.withLock(\.hangs) {
            let (stream, _) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            for await _ in stream {}
            throw CancellationError()
        }
        let vectors = texts.map { text -> [Float] in
            let words = text.lowercased()
            let known = Self.concepts.map { $0.contains { words.contains($0) } ? Float(1) : 0.01 }
            return known + [Float](repeating: 0.01, count: max(0, (dimension ?? known.count) - known.count))
        }
        return TextVectors(vectors: vectors, tokens: texts.count * 10)
    }
}

/// Providers whose vectors one embedder makes, whatever the row says.
struct OneEmbedder: ModelProviders {
    let vectors: any EmbeddingProvider

    func provider(for row: Provider) throws -> any ModelProvider { throw ModelError(.invalidRequest, "There is no model.") }

    func embedder(for row: Provider) throws -> any EmbeddingProvider { vectors }
}
