/// Keeps secrets out of a text that comes in pieces, also those that lie across the borders of pieces.
package struct RedactedStream: Sendable {
    private let redaction: Redaction
    /// What may be the beginning of a secret.
    private var held: [UInt8] = []

    package init(_ redaction: Redaction) { self.redaction = redaction }

    /// What can be passed on by now.
    package mutating func take(_ piece: String) -> String {
        let (clean, open) = redaction.split(held + Array(piece.utf8))
        held = open
        return String(decoding: clean, as: UTF8.self)
    }

    /// What was held back, at the end of the text.
    package mutating func rest() -> String {
        defer { held = [] }
        return redaction.redacted(String(decoding: held, as: UTF8.self))
    }
}
