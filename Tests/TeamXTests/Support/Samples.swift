import Domain
import Synchronization

@testable import teamx

/// An event as the server shows it, made for tests.
func event(
    _ type: String, seq: Int = 1, by actor: String = "somebody", at time: Int64 = 0, _ payload: JSONValue = [:]
) -> EventRecord {
    let json: JSONValue = [
        "event_type": .string(type), "seq": .integer(Int64(seq)), "actor_id": .string(actor), "actor_kind": "employee",
        "created_at": .integer(time), "payload": payload,
    ]
    guard let event = EventRecord(json) else { preconditionFailure("the sample is an event") }
    return event
}

/// A piece of an answer, made for tests.
func piece(_ text: String, by employee: String = "e1", thread: String? = nil, ticket: String? = nil) -> TokenPiece {
    let json: JSONValue = [
        "text": .string(text), "employee_id": .string(employee), "thread_id": thread.map { .string($0) } ?? .null,
        "ticket_id": ticket.map { .string($0) } ?? .null, "message_id": "m",
    ]
    guard let piece = TokenPiece(json) else { preconditionFailure("the sample is a piece") }
    return piece
}

extension Terminal {
    /// A terminal of this width, without colour unless asked for.
    static func wide(_ width: Int, colour: Bool = false) -> Terminal {
        var terminal = Terminal.piped
        terminal.inputIsTerminal = true
        terminal.outputIsTerminal = true
        terminal.errorIsTerminal = true
        terminal.width = width
        terminal.outputPaint = Paint(isOn: colour)
        terminal.errorPaint = Paint(isOn: colour)
        return terminal
    }
}

/// Collects what a console writes, with the stream it goes to.
final class Transcript: Sendable {
    private let pieces = Mutex<[String]>([])

    var all: [String] { pieces.withLock { $0 } }

    func console(_ terminal: Terminal, isQuiet: Bool = false) -> Console {
        Console(
            terminal, isQuiet: isQuiet, output: { [self] text in pieces.withLock { $0.append("out: " + text) } },
            error: { [self] text in pieces.withLock { $0.append("err: " + text) } })
    }
}
