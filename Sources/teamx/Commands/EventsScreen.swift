import Domain

/// A company's events as people follow them, one line each.
actor EventsScreen {
    private let console: Console
    private var line = EventLine()

    init(_ console: Console) { self.console = console }

    func learn(_ events: [EventRecord]) {
        for event in events { line.learn(event) }
    }

    func show(_ event: EventRecord) { console.result(line.text(event, on: console.terminal)) }
}
