/// One numbered step of the schema with its way back.
package struct Migration: Sendable {
    /// The number and the topic, such as `0003_tickets`.
    ///
    /// It is never changed once a database may have it.
    package let id: String
    /// The statements of the step, one each, in order.
    let up: [String]
    /// The statements that undo the step, one each, in order.
    let down: [String]
}
