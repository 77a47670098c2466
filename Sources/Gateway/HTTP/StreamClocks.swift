/// How long a model call may take, step by step.
package struct StreamClocks: Hashable, Sendable {
    /// From asking for a connection to having one, TLS included.
    package var connect: Duration
    /// From the start of the call to the first byte of the answer's body.
    package var firstByte: Duration
    /// From one piece of the body to the next.
    package var idle: Duration
    /// From one event to the next, however many comments keep the connection awake in between.
    package var keepAlive: Duration
    /// The whole call.
    package var total: Duration

    package init(
        connect: Duration = .seconds(10), firstByte: Duration = .seconds(60), idle: Duration = .seconds(90),
        keepAlive: Duration = .seconds(300), total: Duration = .seconds(1800)
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.keepAlive = keepAlive
        self.total = total
    }

    /// For short questions such as the list of models.
    static let inquiry = StreamClocks(firstByte: .seconds(15), idle: .seconds(15), keepAlive: .seconds(30), total: .seconds(30))

    /// The shortest time after which some clock may run out.
    var shortest: Duration { min(firstByte, idle, keepAlive, total) }
}
