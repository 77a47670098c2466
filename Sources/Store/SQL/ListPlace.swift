package import Domain

/// Where a list that has the newest first goes on: behind something of this moment with this id.
///
/// It names a place in the order and no row, so that a list goes on also where its last item is gone.
package struct ListPlace: Hashable, Sendable {
    package let at: Timestamp
    package let id: String

    package init(_ at: Timestamp, _ id: String) {
        self.at = at
        self.id = id
    }

    /// - Returns: `nil` for a text that no page ended with.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let milliseconds = Int64(parts[0]) else { return nil }
        self.init(Timestamp(milliseconds: milliseconds), String(parts[1]))
    }

    package var text: String { "\(at.milliseconds).\(id)" }

    /// A condition on rows that are listed by when they were made.
    var isBehindMade: SQL { "AND (created_at, id) < (\(at), \(id))" }

    /// A condition on rows that are listed by when they began.
    var isBehindBegun: SQL { "AND (started_at, id) < (\(at), \(id))" }
}
