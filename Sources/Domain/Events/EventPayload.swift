/// What happened, as the event log keeps it and the stream sends it.
///
/// Keys are in snake case. What is absent is not written. Durations are whole milliseconds, amounts of money decimal
/// strings. The company and the actor stand in the event's row and are not said again.
package protocol EventPayload: Encodable, Sendable {
    static var type: EventType { get }
}
