import Domain

extension WireProvider {
    /// The most bytes of a list of models that are read: OpenRouter's has about one million.
    static let modelListLimit = 8 << 20
    /// The most models that are listed.
    static let modelCountLimit = 2000

    /// The names of the models that the endpoint serves, sorted.
    ///
    /// - Throws: ``ModelError``, or `CancellationError` when the task was cancelled.
    func models() async throws -> [String] {
        let listed = try await format.models { path in
            do { return try await get(path, limit: Self.modelListLimit) } catch let error as ModelError {
                throw error.status == 404 ? error.asking("Is the base URL right?") : error
            }
        }
        let names = Set(listed.prefix(Self.modelCountLimit))
        return names.filter { !$0.isEmpty && $0.utf8.count <= 256 }.sorted()
    }
}

extension ModelError {
    fileprivate func asking(_ question: String) -> ModelError {
        var error = self
        error.message += (message.last == "." ? " " : ". ") + question
        return error
    }
}

/// A list of models that comes in pages.
struct ModelPages {
    /// The most pages that are read of one list.
    static let limit = 20

    /// The names of all pages.
    ///
    /// - Parameters:
    ///   - path: The path of the page behind a mark, of the first one when there is none.
    ///   - names: The names on a page; `nil` when it is no page of models.
    ///   - next: The mark of the page behind it, if there is one.
    static func names(
        path: (String?) -> String, names: (JSONValue) -> [String]?, next: (JSONValue) -> String?,
        asking ask: (String) async throws -> JSONValue
    ) async throws -> [String] {
        var all: [String] = []
        var mark: String?
        for _ in 0..<limit {
            let page = try await ask(path(mark))
            guard let found = names(page) else {
                throw ModelError(.malformed, "The provider's answer is not a list of models. Is the base URL right?")
            }
            all += found
            let following = next(page)
            guard let following, !following.isEmpty, following != mark else { break }
            mark = following
        }
        return all
    }
}
