import Domain

/// Cuts a body into lines, however the body is cut into chunks.
struct LineDecoder: Sendable {
    /// The most bytes that a line may have.
    static let sizeLimit = 1 << 20

    /// The beginning of a line whose end has not come yet.
    private var line: [UInt8] = []

    /// Adds the lines that end in `bytes` to `lines`, those before a failure too; empty ones are left out.
    ///
    /// - Throws: ``ModelError`` of class `malformed` when a line is longer than ``sizeLimit``. The decoder is of no use
    ///   after that.
    mutating func feed(_ bytes: [UInt8], into lines: inout [[UInt8]]) throws(ModelError) {
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            try append(bytes[start..<end])
            if let whole = take() { lines.append(whole) }
            start = end + 1
        }
        try append(bytes[start...])
    }

    /// The line that stood unfinished when the body ended, if there is one.
    mutating func end() -> [UInt8]? { take() }

    private mutating func append(_ part: ArraySlice<UInt8>) throws(ModelError) {
        guard line.count + part.count <= Self.sizeLimit else {
            throw ModelError(.malformed, "The provider sent a line of more than \(Self.sizeLimit >> 20) MiB.")
        }
        line.append(contentsOf: part)
    }

    private mutating func take() -> [UInt8]? {
        var whole: [UInt8] = []
        swap(&whole, &line)
        if whole.last == UInt8(ascii: "\r") { whole.removeLast() }
        return whole.isEmpty ? nil : whole
    }
}
