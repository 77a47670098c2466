import Domain
import Engine
import Store

/// A floor as JSON, which stays small however many people there are: what everybody has is short, and the rest is given to those
/// first who are looked at first, until the room for it is used up.
///
/// What a person has not is left out.
struct FloorView {
    private let floor: Floor
    private let tails: [Run.ID: String]
    /// How many bytes the people may take.
    private static let room = 56_000

    /// How many characters texts have at the most.
    private struct Lengths {
        let name: Int
        let title: Int
        let reason: Int
        let tail: Int

        /// Those for a few people first, those for many last.
        static let all = [
            Lengths(name: 80, title: 160, reason: 300, tail: 600), Lengths(name: 40, title: 40, reason: 60, tail: 100),
            Lengths(name: 28, title: 24, reason: 32, tail: 100), Lengths(name: 20, title: 16, reason: 16, tail: 60),
        ]
        /// Up to so many people the first is right.
        static let small = 24
    }

    init(floor: Floor, tails: [Run.ID: String]) {
        self.floor = floor
        self.tails = tails
    }

    func company(pausedBy name: String?) -> JSONValue {
        let company = floor.company
        return [
            "id": .string(company.id.rawValue), "name": .string(company.name), "slug": .string(company.slug),
            "status": .string(company.status.rawValue), "ticket_prefix": company.ticketPrefix.map { .string($0) } ?? .null,
            "paused": floor.pause.map { hold -> JSONValue in
                [
                    "by": .string(name ?? hold.placedBy), "at": .integer(hold.placedAt.milliseconds),
                    "reason": .string(hold.reason.rawValue), "note": hold.words.map { .string($0) } ?? .null,
                ]
            } ?? .null,
        ]
    }

    var burn: JSONValue {
        [
            "per_hour": .string(floor.burn.hour.description), "month": .string(floor.burn.month.description),
            "cap": floor.burn.cap.map { .string($0.description) } ?? .null,
        ]
    }

    var people: [JSONValue] {
        var values: [[String: JSONValue]] = []
        var lengths = Lengths.all[0]
        var left = 0
        for candidate in floor.people.count > Lengths.small ? Lengths.all.dropFirst() : Lengths.all[...] {
            lengths = candidate
            values = floor.people.map { base($0, candidate) }
            left = Self.room - values.reduce(0) { $0 + JSONValue.object($1).byteCount + 1 }
            if left >= 0 { break }
        }
        // What everybody writes goes before anybody's last deed.
        for detail in [tail, ticket, action, lastDone] {
            for (place, person) in floor.people.enumerated() {
                guard let (path, value) = detail(person, lengths) else { continue }
                let size = value.byteCount + (path.last?.utf8.count ?? 0) + 4
                guard size <= left else { continue }
                left -= size
                values[place].put(value, at: path[...])
            }
        }
        return values.map { .object($0) }
    }

    /// What everybody has.
    private func base(_ person: Floor.Person, _ lengths: Lengths) -> [String: JSONValue] {
        let employee = person.employee
        var value: [String: JSONValue] = [
            "id": .string(employee.id.rawValue), "name": .string(employee.name.cut(to: lengths.name)),
            "title": .string(employee.title.cut(to: lengths.title)), "status": .string(employee.status.rawValue),
            "level": .string(employee.level.rawValue), "since": .integer(person.since.milliseconds),
        ]
        value["manager_id"] = person.manager.map { .string($0.rawValue) }
        if let run = person.run {
            value["run"] = [
                "id": .string(run.id.rawValue), "started_at": .integer(run.startedAt.milliseconds),
                "tokens": .integer(Int64(run.promptTokens + run.completionTokens)), "cost": .string(run.costUsd.description),
            ]
        }
        if let reason = person.reason {
            let text = JSONValue.string(reason.message.cut(to: lengths.reason))
            if person.isIdle {
                value["idle_reason"] = text
            } else {
                var waiting: [String: JSONValue] = ["reason": .string(reason.reason), "text": text]
                waiting["until"] = reason.until.map { .integer($0.milliseconds) }
                value["waiting"] = .object(waiting)
            }
        }
        return value
    }

    private typealias Detail = (path: [String], value: JSONValue)

    private func ticket(_ person: Floor.Person, _ lengths: Lengths) -> Detail? {
        guard let ticket = person.ticket else { return nil }
        let value: JSONValue = [
            "id": .string(ticket.id.rawValue), "key": .string(floor.company.key(ticket.number) ?? ticket.id.rawValue),
            "title": .string(ticket.title.cut(to: lengths.title)),
        ]
        return (["ticket"], value)
    }

    private func tail(_ person: Floor.Person, _ lengths: Lengths) -> Detail? {
        guard let run = person.run, let tail = tails[run.id] else { return nil }
        return (["run", "tail"], .string(String(tail.suffix(lengths.tail))))
    }

    private func action(_ person: Floor.Person, _ lengths: Lengths) -> Detail? {
        guard !person.isIdle, let action = person.reason?.action else { return nil }
        let value: JSONValue = [
            "label": .string(action.label), "method": .string(action.method), "path": .string(action.path),
        ]
        return (["waiting", "action"], value)
    }

    private func lastDone(_ person: Floor.Person, _ lengths: Lengths) -> Detail? {
        guard let deed = person.lastDone else { return nil }
        var value: [String: JSONValue] = [
            "at": .integer(deed.at.milliseconds), "outcome": .string(deed.outcome.rawValue),
        ]
        value["key"] = floor.company.key(deed.number).map { .string($0) }
        value["title"] = deed.title.map { .string($0.cut(to: lengths.title)) }
        return (["last_done"], .object(value))
    }
}

extension JSONValue {
    fileprivate var byteCount: Int {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes.count
    }
}

extension [String: JSONValue] {
    /// Puts a value where the path leads, through members that are there.
    fileprivate mutating func put(_ value: JSONValue, at path: ArraySlice<String>) {
        guard let first = path.first else { return }
        if path.count == 1 {
            self[first] = value
        } else {
            var inner = self[first]?.object ?? [:]
            inner.put(value, at: path.dropFirst())
            self[first] = .object(inner)
        }
    }
}
