package import Domain

/// A thing of a company that can be found.
package struct SearchSource: Hashable, Sendable {
    package let type: EmbeddingSource
    package let id: String

    package init(type: EmbeddingSource, id: String) {
        self.type = type
        self.id = id
    }
}
