/// One event of a `text/event-stream` body.
struct StreamEvent: Hashable, Sendable {
    /// The `event` field; empty when there was none.
    var name: String
    /// The `id` field of this event; `nil` when it had none.
    var id: String?
    /// The `data` fields, joined by line feeds.
    var data: String
}

/// Cuts a `text/event-stream` body into events, however it is cut into chunks (WHATWG HTML, section 9.2.6).
///
/// An event that the end of the body cuts off is dropped, as the standard says: the stream is resumed behind the last whole
/// one.
struct StreamEventDecoder: Sendable {
    /// The most bytes that an event may have.
    static let sizeLimit = 8 << 20

    private var line: [UInt8] = []
    private var name = ""
    private var id: String?
    private var data: [UInt8] = []
    private var hasData = false
    private var afterReturn = false

    /// - Throws: ``TooLarge``; the decoder is of no use after that.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [StreamEvent] {
        var events: [StreamEvent] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n"), afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = byte == UInt8(ascii: "\r")
            if afterReturn || byte == UInt8(ascii: "\n") {
                if let event = takeLine() { events.append(event) }
            } else {
                line.append(byte)
                guard line.count + data.count <= Self.sizeLimit else { throw TooLarge() }
            }
        }
        return events
    }

    struct TooLarge: Error {}

    private mutating func takeLine() -> StreamEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if line.isEmpty { return dispatch() }
        guard line.first != UInt8(ascii: ":") else { return nil }
        let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        let field = String(decoding: parts[0], as: UTF8.self)
        var value = parts.count > 1 ? parts[1] : []
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch field {
        case "event": name = String(decoding: value, as: UTF8.self)
        case "id": if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        case "data":
            if hasData { data.append(UInt8(ascii: "\n")) }
            data.append(contentsOf: value)
            hasData = true
        default: break
        }
        return nil
    }

    private mutating func dispatch() -> StreamEvent? {
        defer {
            name = ""
            id = nil
            data.removeAll(keepingCapacity: true)
            hasData = false
        }
        return hasData ? StreamEvent(name: name, id: id, data: String(decoding: data, as: UTF8.self)) : nil
    }
}
