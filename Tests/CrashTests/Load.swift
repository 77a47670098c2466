import Domain
import Foundation
import Synchronization
import TestSupport

@testable import teamx

/// What people write to a company at work, fifty times in a second, and what the server has acknowledged of it.
///
/// What was not acknowledged is written again with its key until it is, as a careful client does.
final class Load: Sendable {
    /// What was said to be stored.
    struct Acknowledged: Sendable {
        let key: String
        let id: String
        let text: String
    }

    private enum Kind: Sendable { case message, ticket, comment, meeting }

    private struct Write: Sendable {
        let kind: Kind
        let key: String
        let text: String
        let path: APIPath
        let body: JSONValue
    }

    private struct State {
        var random = SeededRandom(seed: 16)
        var number = 0
        var open: [Write] = []
        var acknowledged: [Acknowledged] = []
        var refusals: [String] = []
        var tickets: [(company: String, id: String)] = []
    }

    /// So many writes begin in a second.
    static let rate = 50
    /// So many may be under way.
    private static let writers = 12

    private let desks: [Desk]
    private let room: Room
    private let state = Mutex(State())

    /// Somebody to write to.
    struct Desk: Sendable {
        let company: String
        let employee: String
        let thread: String
        /// Whether tickets are given to them.
        let works: Bool
    }

    /// Who may be called to a meeting; while one is on, the company takes no other.
    struct Room: Sendable {
        let company: String
        let chair: String
        let attendees: [String]
    }

    init(_ desks: [Desk], _ room: Room) {
        self.desks = desks
        self.room = room
    }

    var acknowledged: [Acknowledged] { state.withLock(\.acknowledged) }

    /// What the server said of writes that it would not take; there should be nothing.
    var refusals: [String] { state.withLock(\.refusals) }

    /// Writes until `count` more are acknowledged, and calls `end` then, while other writes are under way.
    func run(against location: ServerLocation, acknowledgements count: Int, end: @escaping @Sendable () -> Void) async throws {
        let goal = acknowledged.count + count
        try await APIClient.with(location) { client in
            await withTaskGroup(of: Void.self) { group in
                let begin = ContinuousClock.now
                for writer in 0..<Self.writers {
                    group.addTask {
                        var turn = writer
                        // Each write has its moment, so that a slow answer does not make the load smaller.
                        while !Task.isCancelled, self.acknowledged.count < goal {
                            try? await Task.sleep(until: begin + .seconds(turn) / Self.rate)  // cancelled: the loop ends
                            guard let write = self.next(onlyOpen: false) else { return }
                            guard await self.send(write, client) else { return }
                            turn += Self.writers
                        }
                    }
                }
                for await _ in group where acknowledged.count >= goal {
                    end()
                    group.cancelAll()
                    break
                }
            }
        }
    }

    /// Writes again what was not acknowledged.
    func settle(against location: ServerLocation) async throws {
        try await APIClient.with(location) { client in
            while let write = next(onlyOpen: true) {
                guard await send(write, client) else { throw NotAcknowledged(key: write.key) }
            }
        }
    }

    struct NotAcknowledged: Error {
        let key: String
    }

    /// - Returns: Whether the server has answered.
    private func send(_ write: Write, _ client: APIClient) async -> Bool {
        let answer: JSONValue
        do { answer = try await client.post(write.path, write.body, key: write.key) } catch {
            if case .refused(let status, _, let message, _) = error as? APIFailure, status < 500 {
                // A company has one meeting at a time.
                if status != 409 { state.withLock { $0.refusals.append(message) } }
                return true
            }
            state.withLock { $0.open.append(write) }
            return false
        }
        let row = answer["message"] ?? answer
        let id = row.text("id")
        state.withLock { state in
            state.acknowledged.append(Acknowledged(key: write.key, id: id, text: write.text))
            if write.kind == .ticket { state.tickets.append((row.text("company_id"), id)) }
        }
        return true
    }

    private func next(onlyOpen: Bool) -> Write? {
        state.withLock { state in
            if let open = state.open.popLast() { return open }
            return onlyOpen ? nil : write(&state)
        }
    }

    private func write(_ state: inout State) -> Write? {
        guard let desk = desks.randomElement(using: &state.random) else { return nil }
        state.number += 1
        let key = "load-\(state.number)"
        let text = "Note \(state.number) of the load"
        let content: JSONValue = ["content": .string(text)]
        switch Int.random(in: 0..<40, using: &state.random) {
        case 0:
            let body: JSONValue = [
                "chair_id": .string(room.chair), "attendee_ids": .array(room.attendees.map { .string($0) }),
                "agenda": .string(text),
                "limits": ["turns": 6],
            ]
            return Write(kind: .meeting, key: key, text: text, path: .company(room.company, "meetings"), body: body)
        case 1 where desk.works, 2 where desk.works:
            return Write(
                kind: .ticket, key: key, text: text, path: .company(desk.company, "tickets"),
                body: ["title": .string(text), "assignee_id": .string(desk.employee)])
        case 3...6:
            guard let ticket = state.tickets.randomElement(using: &state.random) else { fallthrough }
            return Write(
                kind: .comment, key: key, text: text, path: .company(ticket.company, "tickets", ticket.id, "comments"),
                body: content)
        default:
            return Write(
                kind: .message, key: key, text: text, path: .company(desk.company, "threads", desk.thread, "messages"),
                body: content)
        }
    }
}
