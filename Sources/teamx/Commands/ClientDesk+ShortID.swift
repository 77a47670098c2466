import Domain

extension ClientDesk {
    /// The id in a list that `text` means: the whole of one, or the end or the beginning of only one.
    ///
    /// - Parameters:
    ///   - list: The path of the list; the newest items are searched where it is long.
    ///   - kind: What the list is of, such as `run`.
    /// - Throws: ``CommandFailure``: status 66 when there is none, 64 when it may be several.
    func id(_ text: String, in list: APIPath, kind: String) async throws -> String {
        if text.count >= ShortID.wholeLength { return text }  // the server knows whether there is such a thing
        let items = try await client.list(list, limit: Self.searched).items
        return try Self.id(text, among: items.compactMap { $0["id"]?.string }, kind: kind)
    }

    /// How many of the newest items are searched.
    private static let searched = 5000

    /// The same, chosen from these ids.
    static func id(_ text: String, among ids: [String], kind: String) throws -> String {
        let found = ShortID.matches(text, among: ids)
        if found.count == 1, let one = found.first { return one }
        guard found.isEmpty else {
            throw CommandFailure.usage(
                "“\(text)” may be \(found.count) ids: \(found.prefix(8).map(ShortID.of).joined(separator: ", ")).",
                hint: "Give the end of the one that is meant.")
        }
        throw CommandFailure.notFound("There is no \(kind) “\(text)”.", hint: "Give its id, or \(ShortID.help).")
    }
}
