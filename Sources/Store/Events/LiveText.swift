import Domain

/// What one employee is writing: the text so far, and how much of it has been handed out.
struct LiveText: Sendable {
    /// The latest piece, for whom and what the text belongs to.
    private(set) var latest: LiveSignal
    private var text = ""
    /// The length of all that was written, also of what is no longer kept, in UTF-16 units, as browsers count.
    private var length = 0
    /// How much at the end has not been handed out, in bytes and in UTF-16 units.
    private var fresh = (bytes: 0, units: 0)
    private var beginsAnew = false

    /// At least so many bytes at the end of a text are kept, if it has them, and never more than twice as many.
    static let limit = 64 * 1024
    /// How many characters of a text its tail has.
    static let tail = 600

    init(_ first: LiveSignal) {
        latest = first
        append(first)
    }

    var isFresh: Bool { fresh.bytes > 0 }

    mutating func append(_ piece: LiveSignal) {
        if beginsAnew { (text, length, fresh, beginsAnew) = ("", 0, (0, 0), false) }
        latest = piece
        latest.text = ""
        text += piece.text
        let units = piece.text.utf16.count
        length += units
        fresh = (fresh.bytes + piece.text.utf8.count, fresh.units + units)
        if text.utf8.count > 2 * Self.limit {
            var start = text.utf8.index(text.utf8.endIndex, offsetBy: -Self.limit)
            // Back to where a scalar begins.
            while text.utf8[start] & 0xC0 == 0x80 { start = text.utf8.index(before: start) }
            text = String(text[start...])
        }
    }

    /// The next piece belongs to another call of the model, whose text replaces this one.
    mutating func startOver() { beginsAnew = true }

    /// Takes everything as handed out, to nobody.
    mutating func pass() { fresh = (0, 0) }

    /// Takes everything as handed out.
    ///
    /// - Returns: What had not been, as one piece; `nil` when more came than is kept, so that only a snapshot will do.
    mutating func handOut() -> LivePiece? {
        defer { fresh = (0, 0) }
        guard fresh.bytes <= text.utf8.count else { return nil }
        return LivePiece(latest, text: String(Substring(text.utf8.suffix(fresh.bytes))), length: length, isSnapshot: false)
    }

    /// What has been handed out so far, all of it or its end.
    func snapshot(whole: Bool) -> LivePiece {
        let told = Substring(text.utf8.dropLast(fresh.bytes))
        let shown = whole ? told : Substring(told.unicodeScalars.suffix(Self.tail))
        return LivePiece(latest, text: String(shown), length: length - fresh.units, isSnapshot: true)
    }

    /// The end of all that was written, handed out or not.
    var ending: String { String(Substring(text.unicodeScalars.suffix(Self.tail))) }
}
