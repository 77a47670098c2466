import Domain
import Store

// Lists that have the newest first, page after page.
extension Call {
    /// Where the list is to go on.
    ///
    /// - Throws: ``APIError`` for what no page ended with.
    func listPlace() throws -> ListPlace? { try place(ListPlace.init) }

    /// Where a list of another order is to go on.
    ///
    /// - Parameter read: Makes a place of the text that a page ended with, or `nil` of any other.
    /// - Throws: ``APIError`` for what no page ended with.
    func place<Place>(_ read: (String) -> Place?) throws -> Place? {
        try query("after").map { text in
            guard let place = read(text) else { throw APIError.invalid("after", "is not where a page ended") }
            return place
        }
    }

    /// A page of what the company of the path has.
    ///
    /// - Parameters:
    ///   - place: The place of an item in the list.
    ///   - json: How an item is shown; as its row says it unless given.
    func page<R: Record>(
        by place: @escaping @Sendable (R) -> ListPlace,
        as json: @escaping @Sendable (R) throws -> JSONValue = { try ResponseJSON.value(of: $0) },
        _ items: @escaping @Sendable (_ company: Company.ID, _ after: ListPlace?, _ limit: Int, any Transaction) throws -> [R]
    ) async throws -> Reply {
        let limit = try limit()
        let after = try listPlace()
        return try await store.read { transaction in
            let found = try items(company(in: transaction).id, after, limit, transaction)
            let next = found.count == limit ? found.last.map { place($0).text } : nil
            return .json(["items": .array(try found.map(json)), "next": next.map { .string($0) } ?? .null])
        }
    }
}
