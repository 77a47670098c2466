package import Domain
import Synchronization

/// Tells subscribers what happened, in commit order, and passes on what is only of the moment.
///
/// Each subscriber has a bounded buffer of its own. One that falls behind loses what it has not read and gets a
/// ``FeedItem/resync`` in its place; it then reads the events it missed from the log. Nobody waits for it.
package final class EventFeed: Sendable {
    private struct Subscriber {
        let company: Company.ID?
        let buffer: FeedBuffer
        let takesSignals: Bool
    }

    private struct Watch {
        let types: Set<String>
        let wake: AsyncStream<Void>.Continuation
    }

    private struct State {
        var subscribers: [Int: Subscriber] = [:]
        var watches: [Int: Watch] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// What is being written.
    package let texts = LiveTexts()

    package init() {}

    package var subscriberCount: Int { state.withLock(\.subscribers.count) }

    /// A subscription to one company, or to all, from now on until it is dropped.
    package func subscribe(to company: Company.ID? = nil, capacity: Int = 1000) -> FeedSubscription {
        let buffer = FeedBuffer(capacity: capacity)
        let number = enter(Subscriber(company: company, buffer: buffer, takesSignals: true))
        return FeedSubscription(buffer: buffer) { [weak self] in self?.remove(number) }
    }

    /// A subscription to one company that gets texts by ``FeedItem/texts`` instead of by signals.
    package func follow(_ company: Company.ID, _ topics: LiveTopics, capacity: Int = 1000) -> FeedSubscription {
        let buffer = FeedBuffer(capacity: capacity)
        let number = enter(Subscriber(company: company, buffer: buffer, takesSignals: false))
        let reader = texts.join(company, topics, buffer)
        return FeedSubscription(buffer: buffer, takeTexts: { [weak self] in self?.texts.take(reader) ?? [] }) { [weak self] in
            self?.remove(number)
            self?.texts.leave(reader)
        }
    }

    private func enter(_ subscriber: Subscriber) -> Int {
        state.withLock { state in
            state.next += 1
            state.subscribers[state.next] = subscriber
            return state.next
        }
    }

    private func remove(_ number: Int) { state.withLock { _ = $0.subscribers.removeValue(forKey: number) } }

    /// A sign for each commit with an event of these types; signs that nobody has taken yet are one.
    ///
    /// It ends when nobody reads it any more.
    package func watch(_ types: Set<EventType>) -> AsyncStream<Void> {
        let (stream, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.next += 1
            state.watches[state.next] = Watch(types: Set(types.map(\.rawValue)), wake: wake)
            return state.next
        }
        wake.onTermination = { [weak self] _ in
            // Let go of outside the lock.
            _ = self?.state.withLock { $0.watches.removeValue(forKey: number) }
        }
        return stream
    }

    /// Called by the engine after each commit.
    package func publish(_ events: [Event]) {
        let (subscribers, watches) = state.withLock { (Array($0.subscribers.values), Array($0.watches.values)) }
        for watch in watches where events.contains(where: { watch.types.contains($0.eventType) }) { watch.wake.yield() }
        guard !subscribers.isEmpty else { return }
        for event in events {
            let item = FeedItem.event(PublishedEvent(appended: event))
            for subscriber in subscribers where subscriber.company == nil || subscriber.company == event.companyID {
                subscriber.buffer.push(item)
            }
        }
    }

    /// Passes on something that is not kept: a piece of a streamed answer.
    package func signal(_ signal: LiveSignal) {
        texts.add(signal)
        for subscriber in state.withLock({ Array($0.subscribers.values) })
        where subscriber.takesSignals && (subscriber.company == nil || subscriber.company == signal.companyID) {
            subscriber.buffer.push(.signal(signal))
        }
    }

    /// Tells whoever follows the company that a person has read on in a thread.
    package func tell(_ reading: ThreadReading, of company: Company.ID) {
        for subscriber in state.withLock({ Array($0.subscribers.values) }) where subscriber.company == company {
            subscriber.buffer.push(.reading(reading))
        }
    }

    /// Ends every subscription, so that those who wait on one can leave.
    package func finish() {
        let (subscribers, watches) = state.withLock { (Array($0.subscribers.values), Array($0.watches.values)) }
        for subscriber in subscribers { subscriber.buffer.finish() }
        for watch in watches { watch.wake.finish() }
    }
}

/// What a subscriber is told.
package enum FeedItem: Sendable {
    case event(PublishedEvent)
    case signal(LiveSignal)
    /// Texts that are being written have gone on: see ``FeedSubscription/texts()``.
    case texts
    /// A person has read on in a thread.
    case reading(ThreadReading)
    /// Nothing has happened: the subscriber asked to be woken, see ``FeedSubscription/pulse()``.
    case pulse
    /// Something was lost: read the log from the last event seen.
    case resync
}

/// That a person has read on in a thread; not kept, as it says nothing that ``ThreadRead`` does not.
package struct ThreadReading: Hashable, Sendable {
    package let thread: Thread.ID
    /// Up to which message.
    package let message: Message.ID?
    /// How much is left.
    package let unread: Int

    package init(thread: Thread.ID, message: Message.ID?, unread: Int) {
        self.thread = thread
        self.message = message
        self.unread = unread
    }
}

/// An event with its JSON, which is written once for all subscribers.
package struct PublishedEvent: Sendable {
    package let event: Event
    /// The event as the API shows it.
    package let json: String

    /// An event as the log has it; what is not JSON in it, as the database of another program may hold, becomes a string.
    package init(_ event: Event) {
        self.event = event
        let isJSON = event.payload.value != nil
        json = Self.json(of: event, payload: isJSON ? event.payload.text : JSONValue.string(event.payload.text).description)
    }

    /// An event that the program has just written, and whose payload it need not look at again.
    init(appended event: Event) {
        self.event = event
        json = Self.json(of: event, payload: event.payload.text)
    }

    private static func json(of event: Event, payload: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(384 + payload.utf8.count)
        func member(_ name: StaticString, _ text: String) {
            bytes.append(contentsOf: "\(name)".utf8)
            JSONValue.write(text, into: &bytes)
        }
        member(#"{"actor_id":"#, event.actorID)
        member(#","actor_kind":"#, event.actorKind.rawValue)
        member(#","company_id":"#, event.companyID.rawValue)
        bytes.append(contentsOf: #","created_at":\#(event.createdAt.milliseconds)"#.utf8)
        member(#","event_type":"#, event.eventType)
        member(#","hash":"#, event.hash)
        member(#","id":"#, event.id.rawValue)
        bytes.append(contentsOf: #","payload":"#.utf8)
        bytes.append(contentsOf: payload.utf8)
        member(#","prev_hash":"#, event.prevHash)
        bytes.append(contentsOf: #","seq":\#(event.seq)}"#.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}
