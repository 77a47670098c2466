import Domain

/// Cuts a `text/event-stream` body into events, however the body is cut into chunks.
///
/// Follows the WHATWG HTML standard, section 9.2.6, with two differences: an event that the end of the body cuts off is
/// given out by ``end()``, because some servers forget the last empty line, and `id` and `retry` are skipped, because no
/// model API resumes a stream. Comments are skipped too.
struct ServerSentEventDecoder: Sendable {
    /// The most bytes that a line may have, and that the data of one event may have.
    ///
    /// OpenAI's Responses repeat the whole instructions and tools in some events.
    static let sizeLimit = 4 << 20

    /// The beginning of a line whose end has not come yet.
    private var line: [UInt8] = []
    private var name = ""
    private var data: [UInt8] = []
    private var hasData = false
    /// The last byte was a carriage return: a line feed that follows belongs to it.
    private var afterReturn = false
    private var isFirstLine = true

    /// Adds the events that end in `bytes` to `events`, those before a failure too.
    ///
    /// - Throws: ``ModelError`` of class `malformed` when a line or an event is larger than ``sizeLimit``. The decoder is of
    ///   no use after that.
    mutating func feed(_ bytes: [UInt8], into events: inout [ServerSentEvent]) throws(ModelError) {
        var start = 0
        if afterReturn, let first = bytes.first {
            afterReturn = false
            if first == UInt8(ascii: "\n") { start = 1 }
        }
        while let end = Self.lineEnd(in: bytes, from: start) {
            if let event = try lineEnded(by: bytes[start..<end]) { events.append(event) }
            start = end + 1
            guard bytes[end] == UInt8(ascii: "\r") else { continue }
            afterReturn = start == bytes.count
            if !afterReturn, bytes[start] == UInt8(ascii: "\n") { start += 1 }
        }
        try Self.check(line.count + bytes.count - start)
        line.append(contentsOf: bytes[start...])
    }

    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return place }
            place += 1
        }
        return nil
    }

    /// The event that stood unfinished when the body ended, if there is one.
    mutating func end() throws(ModelError) -> ServerSentEvent? {
        if !line.isEmpty, let event = try lineEnded(by: []) { return event }
        return dispatch()
    }

    private mutating func lineEnded(by tail: ArraySlice<UInt8>) throws(ModelError) -> ServerSentEvent? {
        if line.isEmpty { return try take(tail) }
        try Self.check(line.count + tail.count)
        line.append(contentsOf: tail)
        var whole: [UInt8] = []
        swap(&whole, &line)
        return try take(whole[...])
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(ModelError) -> ServerSentEvent? {
        var line = line
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }  // a byte order mark may lead the body
        }
        guard let first = line.first else { return dispatch() }
        switch first {
        case UInt8(ascii: "d"):
            guard let value = Self.value(of: "data", in: line) else { return nil }
            try Self.check(data.count + value.count + 1)
            if hasData { data.append(UInt8(ascii: "\n")) }
            data.append(contentsOf: value)
            hasData = true
        case UInt8(ascii: "e"):
            guard let value = Self.value(of: "event", in: line) else { return nil }
            name = String(decoding: value, as: UTF8.self)
        default: break
        }
        return nil
    }

    private mutating func dispatch() -> ServerSentEvent? {
        defer {
            name = ""
            data = []
            hasData = false
        }
        return hasData ? ServerSentEvent(name: name, data: data) : nil
    }

    /// What follows `field` and its colon, without the one blank that may stand there; `nil` for any other field.
    private static func value(of field: StaticString, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let length = field.utf8CodeUnitCount
        guard line.count >= length else { return nil }
        for place in 0..<length where line[line.startIndex + place] != field.utf8Start[place] { return nil }
        var rest = line.dropFirst(length)
        guard let colon = rest.first else { return rest }
        guard colon == UInt8(ascii: ":") else { return nil }
        rest = rest.dropFirst()
        return rest.first == UInt8(ascii: " ") ? rest.dropFirst() : rest
    }

    private static func check(_ size: Int) throws(ModelError) {
        guard size <= sizeLimit else {
            throw ModelError(.malformed, "The provider sent an event of more than \(sizeLimit >> 20) MiB.")
        }
    }
}
