import Crypto
import Domain

/// The last link of a company's chain of events.
///
/// Each event carries the company's next sequence number, from 1 without a gap, and a SHA-256 over the hash before it
/// and all its own columns, so that no event can be changed, removed or slipped in without every later hash telling.
struct ChainHead: Sendable {
    let sequence: Int
    let hash: String

    init(of event: Event) {
        sequence = event.seq
        hash = event.hash
    }

    /// The head as the database has it; before the first event, sequence 0 and an empty hash.
    init(of company: Company.ID, _ transaction: any Transaction) throws {
        let last = try transaction.rows(
            "SELECT seq, hash FROM events WHERE company_id = \(company) AND seq > 0 ORDER BY seq DESC LIMIT 1"
        ) {
            (try Int(column: $0.value(at: 0)), try String(column: $0.value(at: 1)))
        }.first
        sequence = last?.0 ?? 0
        hash = last?.1 ?? ""
    }

    init() {
        sequence = 0
        hash = ""
    }

    /// The next link, whose payload holds nothing that is to be kept out.
    func next<Payload: EventPayload>(
        _ payload: Payload, company: Company.ID, by actor: EventActor, id: Event.ID, at now: Timestamp,
        without redaction: Redaction? = nil
    ) -> Event {
        let text = JSONText.encode(payload)
        var event = Event(
            id: id, companyID: company, actorID: actor.id, actorKind: actor.kind, eventType: Payload.type.rawValue,
            payload: RawJSON(redaction?.redacted(text) ?? text), createdAt: now, seq: sequence + 1, prevHash: hash)
        event.hash = Self.hash(of: event)
        return event
    }

    /// The hash that an event must carry: hex SHA-256 over the previous hash and the columns id, company_id, actor_id,
    /// actor_kind, event_type, payload_json, created_at, seq, each written as its length in bytes, a colon and its bytes.
    static func hash(of event: Event) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        for field in [
            event.prevHash, event.id.rawValue, event.companyID.rawValue, event.actorID, event.actorKind.rawValue, event.eventType,
            event.payload.text, String(event.createdAt.milliseconds), String(event.seq),
        ] {
            bytes.append(contentsOf: String(field.utf8.count).utf8)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: field.utf8)
        }
        return SHA256.hash(data: bytes).hexadecimal
    }
}

extension Sequence<UInt8> {
    /// Two lower-case hexadecimal digits for each byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
