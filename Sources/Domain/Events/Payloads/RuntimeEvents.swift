/// The payload of an event of an external agent: always a ``RuntimeReport``.
package protocol RuntimePayload: EventPayload {
    var report: RuntimeReport { get }
}

extension RuntimePayload {
    package func encode(to encoder: any Encoder) throws { try report.encode(to: encoder) }
}

/// An external agent came up.
package struct RuntimeSessionStarted: RuntimePayload {
    package static let type = EventType.runtimeSessionStarted
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent gave a sign of life.
package struct RuntimeHeartbeatReceived: RuntimePayload {
    package static let type = EventType.runtimeHeartbeat
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent took the lease on a ticket.
package struct RuntimeCheckoutClaimed: RuntimePayload {
    package static let type = EventType.runtimeCheckoutClaimed
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent wanted a ticket that somebody else holds.
package struct RuntimeCheckoutConflict: RuntimePayload {
    package static let type = EventType.runtimeCheckoutConflict
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent began to work.
package struct RuntimeExecutionStarted: RuntimePayload {
    package static let type = EventType.runtimeExecutionStarted
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent said something of its work.
package struct RuntimeExecutionOutput: RuntimePayload {
    package static let type = EventType.runtimeExecutionOutput
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent failed.
package struct RuntimeExecutionFailed: RuntimePayload {
    package static let type = EventType.runtimeExecutionFailed
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent brought a work product.
package struct RuntimeArtifactCreated: RuntimePayload {
    package static let type = EventType.runtimeArtifactCreated
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// Nothing was heard of an external agent for too long.
package struct RuntimeSessionStale: RuntimePayload {
    package static let type = EventType.runtimeSessionStale
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}

/// An external agent that was silent can be used again.
package struct RuntimeSessionRecovered: RuntimePayload {
    package static let type = EventType.runtimeSessionRecovered
    package let report: RuntimeReport

    package init(_ report: RuntimeReport) { self.report = report }
}
