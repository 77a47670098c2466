package import Domain

/// Where a page of an inbox ended.
package struct InboxPlace: Hashable, Sendable {
    package let kind: InboxKind
    package let since: Timestamp
    package let id: String

    package init(_ item: InboxItem) {
        kind = item.kind
        since = item.since
        id = item.id
    }

    /// - Returns: `nil` for a text that no page ended with.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 2).map(String.init)
        guard parts.count == 3, let kind = InboxKind(rawValue: parts[0]), let since = Int64(parts[1]) else { return nil }
        self.kind = kind
        self.since = Timestamp(milliseconds: since)
        id = parts[2]
    }

    package var text: String { "\(kind.rawValue).\(since.milliseconds).\(id)" }
}
