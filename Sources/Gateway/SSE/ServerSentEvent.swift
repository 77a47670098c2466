/// One event of a `text/event-stream` body.
struct ServerSentEvent: Hashable, Sendable {
    /// The `event` field; empty when there was none.
    var name: String
    /// The `data` fields, joined by line feeds.
    var data: [UInt8]
}
