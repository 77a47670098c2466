package import Domain
import Synchronization

/// What employees are writing right now: each text in one place, whoever looks at it; nothing of it is stored.
///
/// ``tick()`` hands out what came since the last time, as one piece for each text, to all who follow it. Who has not taken a
/// piece when the next one comes gets the text itself instead of both: what waits for a reader is bounded by the number of texts.
package final class LiveTexts: Sendable {
    private enum Waiting {
        case piece(LivePiece)
        case snapshot
    }

    private struct Reader {
        let company: Company.ID
        let topics: LiveTopics
        let buffer: FeedBuffer
        var waiting: [Message.ID: Waiting] = [:]
    }

    private struct State {
        var texts: [Message.ID: LiveText] = [:]
        var readers: [Int: Reader] = [:]
        var next = 0
        var wake: AsyncStream<Void>.Continuation?
    }

    private let state = Mutex(State())

    /// More turns than may go on at the same time.
    private static let limit = 1024

    init() {}

    /// A sign whenever there is something to hand out after nothing was; signs that nobody has taken yet are one.
    package func signs() -> AsyncStream<Void> {
        let (stream, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.wake = wake }
        return stream
    }

    /// Whether somebody waits for signs.
    package var isWatched: Bool { state.withLock { $0.wake != nil } }

    func add(_ piece: LiveSignal) {
        let wake = state.withLock { state -> AsyncStream<Void>.Continuation? in
            if state.texts[piece.messageID] == nil {
                guard state.texts.count < Self.limit else { return nil }
                state.texts[piece.messageID] = LiveText(piece)
            } else {
                state.texts[piece.messageID]?.append(piece)
            }
            guard state.readers.isEmpty else { return state.wake }
            state.texts[piece.messageID]?.pass()
            return nil
        }
        wake?.yield()
    }

    /// What comes next of the message belongs to another call of the model.
    package func startOver(_ message: Message.ID) { state.withLock { $0.texts[message]?.startOver() } }

    /// Nothing more comes of the message in this turn.
    package func end(_ message: Message.ID) {
        state.withLock { state in
            guard state.texts.removeValue(forKey: message) != nil else { return }
            for number in state.readers.keys { state.readers[number]?.waiting[message] = nil }
        }
    }

    /// Hands out what has come.
    package func tick() {
        let woken = state.withLock { state -> [FeedBuffer] in
            var woken: [FeedBuffer] = []
            for message in state.texts.keys where state.texts[message]?.isFresh == true {
                guard let latest = state.texts[message]?.latest else { continue }
                let readers = state.readers.filter { $0.value.company == latest.companyID && $0.value.topics.cover(latest) }
                guard !readers.isEmpty else {
                    state.texts[message]?.pass()
                    continue
                }
                let piece = state.texts[message]?.handOut()
                for (number, reader) in readers {
                    if reader.waiting.isEmpty { woken.append(reader.buffer) }
                    let isLate = reader.waiting[message] != nil
                    state.readers[number]?.waiting[message] = isLate ? .snapshot : piece.map(Waiting.piece) ?? .snapshot
                }
            }
            return woken
        }
        for buffer in woken { buffer.push(.texts) }
    }

    /// The end of each text of a company, by run.
    package func endings(of company: Company.ID) -> [Run.ID: String] {
        let found = state.withLock { $0.texts.values.filter { $0.latest.companyID == company } }
        return Dictionary(found.map { ($0.latest.runID, $0.ending) }) { first, _ in first }
    }

    /// Lets somebody in, to whom the texts so far are the first that waits.
    func join(_ company: Company.ID, _ topics: LiveTopics, _ buffer: FeedBuffer) -> Int {
        state.withLock { state in
            var reader = Reader(company: company, topics: topics, buffer: buffer)
            for (message, text) in state.texts where text.latest.companyID == company && topics.cover(text.latest) {
                reader.waiting[message] = .snapshot
            }
            state.next += 1
            state.readers[state.next] = reader
            return state.next
        }
    }

    func leave(_ number: Int) { state.withLock { _ = $0.readers.removeValue(forKey: number) } }

    /// What waits for a reader, who has it from now on.
    func take(_ number: Int) -> [LivePiece] {
        let found = state.withLock { state -> [(piece: LivePiece?, text: LiveText?, whole: Bool)] in
            guard let reader = state.readers[number] else { return [] }
            state.readers[number]?.waiting = [:]
            return reader.waiting.map { message, waiting in
                guard case .piece(let piece) = waiting else {
                    let text = state.texts[message]
                    return (nil, text, text.map { reader.topics.wantsWhole($0.latest) } ?? false)
                }
                return (piece, nil, false)
            }
        }
        // Written outside of the lock.
        return found.compactMap { piece, text, whole in piece ?? text?.snapshot(whole: whole) }
            .sorted { $0.messageID.rawValue < $1.messageID.rawValue }
    }
}
