/// How many tokens a text is for a model, without the model's own vocabulary.
///
/// The estimate is meant to err upwards: for prose, code, identifiers, numbers and the larger scripts it was fitted to be no
/// less than what four vocabularies make of the same text (those of GPT-4, GPT-4o, Llama 2's family and Mistral's Tekken). It
/// is more than the true count by a tenth to a half, least for prose, most for JSON and code. Texts that are joined by a line
/// break or a blank count as much as they do alone.
package enum TokenEstimate {
    package static func tokens(in text: String) -> Int {
        var meter = TokenMeter()
        for byte in text.utf8 { _ = meter.take(byte) }
        return meter.finished
    }

    /// The longest beginning of `text` that counts for no more than `limit` tokens, whole words of it.
    package static func prefix(of text: String, within limit: Int) -> Substring {
        var meter = TokenMeter()
        var end = text.startIndex
        for index in text.utf8.indices where meter.take(text.utf8[index]) {
            guard meter.closed <= limit * TokenMeter.whole else { return text[..<end] }
            end = index
        }
        return meter.finished <= limit ? text[...] : text[..<end]
    }
}

/// Counts as the bytes of a text go by; in hundredths of a token.
private struct TokenMeter {
    static let whole = 100

    private enum Piece {
        /// Small letters, maybe behind one capital.
        case word
        case capitals
        case digit, mark, spaces, other
        /// In the middle of a character of several bytes.
        case rest
    }

    /// What the pieces before the present one count.
    private(set) var closed = 0
    private var piece = Piece.spaces
    private var length = 0
    /// Whether the piece goes on from letters or digits without a blank.
    private var isInner = false
    private var lead: UInt8 = 0

    var finished: Int { (closed + open + Self.whole - 1) / Self.whole }

    /// What the present piece counts: letters by their number, as long words are taken apart, other things at once.
    private var open: Int {
        guard piece == .word || piece == .capitals else { return 0 }
        return max(Self.whole, length * (length <= 9 ? 26 : 40)) + (isInner ? 40 : 0)
    }

    /// Takes the next byte; `true` when a text may be cut before it.
    mutating func take(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            let goesOn = (piece == .word || piece == .capitals && length == 1) && length < 60
            return letter(.word, goesOn: goesOn)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return letter(.capitals, goesOn: piece == .capitals && length < 60)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            begin(.digit, counting: 110 + blankBefore)
        case UInt8(ascii: " "):
            if piece == .spaces, length > 0 {
                closed += length == 1 ? 112 : 6
                length += 1
                return false
            }
            begin(.spaces, counting: 0)
        case 0..<0x20, 0x7F: begin(.other, counting: 100)
        case 0x80..<0xC0: return followed(by: byte)
        case 0xC0...: begin(.rest, counting: Self.count(of: byte) + blankBefore)
        default: begin(.mark, counting: piece == .mark ? 50 : 100)
        }
        lead = byte
        return true
    }

    /// A blank before a letter is part of its word, but not before anything else.
    private var blankBefore: Int { piece == .spaces && length == 1 ? 60 : 0 }

    private mutating func letter(_ kind: Piece, goesOn: Bool) -> Bool {
        if goesOn {
            piece = kind
            length += 1
            return false
        }
        let isInner = piece == .word || piece == .capitals || piece == .digit
        begin(kind, counting: 0)
        self.isInner = isInner
        return true
    }

    private mutating func begin(_ kind: Piece, counting count: Int) {
        closed += open + count
        piece = kind
        length = 1
        isInner = false
    }

    private static func count(of lead: UInt8) -> Int {
        switch lead {
        case ..<0xD0: 100  // Latin with accents, Greek
        case ..<0xD4: 60  // Cyrillic
        case ..<0xE0: 115  // Hebrew, Arabic and others
        case 0xE2: 300  // symbols
        case ..<0xF0: 140  // Chinese, Japanese, Korean, the scripts of India
        default: 400  // pictures and what is rare
        }
    }

    /// The second byte tells punctuation from symbols, and what only changes the picture before it.
    private mutating func followed(by byte: UInt8) -> Bool {
        if lead == 0xE2, byte == 0x80 { closed -= 200 }
        if lead == 0xEF, byte == 0xB8 { closed += 160 }
        lead = 0
        return false
    }
}
