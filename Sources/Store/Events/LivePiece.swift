package import Domain

/// A piece of a text that is being written, with its JSON, which is made once for all who read it.
package struct LivePiece: Sendable {
    package let messageID: Message.ID
    /// Whether it holds the text from further back than the last piece, instead of only what came since.
    package let isSnapshot: Bool
    /// As the stream shows it.
    package let json: String

    /// - Parameter length: How much was written up to the end of the piece, in UTF-16 units.
    init(_ signal: LiveSignal, text: String, length: Int, isSnapshot: Bool) {
        messageID = signal.messageID
        self.isSnapshot = isSnapshot
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256 + text.utf8.count)
        func member(_ name: StaticString, _ text: String?) {
            bytes.append(contentsOf: "\(name)".utf8)
            if let text { JSONValue.write(text, into: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
        }
        member(#"{"run_id":"#, signal.runID.rawValue)
        member(#","employee_id":"#, signal.employeeID.rawValue)
        member(#","thread_id":"#, signal.threadID?.rawValue)
        member(#","ticket_id":"#, signal.ticketID?.rawValue)
        member(#","message_id":"#, signal.messageID.rawValue)
        member(#","text":"#, text)
        bytes.append(contentsOf: #","n":\#(length)"#.utf8)
        member(#","cost":"#, signal.cost.description)
        bytes.append(UInt8(ascii: "}"))
        json = String(decoding: bytes, as: UTF8.self)
    }
}
