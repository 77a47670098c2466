import Domain

extension ClientDesk {
    /// How many characters of an id mean it at the least.
    static let shortestPrefix = 6

    /// The id in a list that `text` means: the whole of one, or the beginning of only one.
    ///
    /// - Parameters:
    ///   - list: The path of the list; the newest items are searched where it is long.
    ///   - kind: What the list is of, such as `run`.
    /// - Throws: ``CommandFailure``: status 66 when there is none, 64 when several begin so.
    func id(_ text: String, in list: APIPath, kind: String) async throws -> String {
        if text.count >= Self.wholeID { return text }  // the server knows whether there is such a thing
        return try Self.id(text, among: try await client.list(list).items.compactMap { $0["id"]?.string }, kind: kind)
    }

    /// The same, chosen from these ids.
    static func id(_ text: String, among ids: [String], kind: String) throws -> String {
        if ids.contains(text) { return text }
        let found = text.count >= shortestPrefix ? ids.filter { $0.hasPrefix(text) } : []
        if found.count == 1, let one = found.first { return one }
        guard found.isEmpty else {
            throw CommandFailure.usage(
                "“\(text)” begins \(found.count) ids: \(found.prefix(8).joined(separator: ", ")).",
                hint: "Give more of the id.")
        }
        throw CommandFailure.notFound(
            "There is no \(kind) “\(text)”.", hint: "Give an id, or the first \(shortestPrefix) characters of it or more.")
    }

    /// How long the ids are that the server makes.
    private static let wholeID = 21
}
