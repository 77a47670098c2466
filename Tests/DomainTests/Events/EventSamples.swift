import Testing

@testable import Domain

/// A payload of which nothing is absent, and the keys that others rely on.
struct EventSample: Sendable, CustomTestStringConvertible {
    let payload: any EventPayload
    /// Sorted, with blanks between them.
    let keys: String

    init(_ payload: any EventPayload, keys: String) {
        self.payload = payload
        self.keys = keys
    }

    var testDescription: String { Swift.type(of: payload).type.rawValue }

    static let all: [EventSample] = [
        workEvents, runEvents, messageEvents, memoryEvents, meetingEvents, ticketEvents, ticketParticipantEvents,
        reviewEvents,
        questionEvents,
        goalEvents, projectEvents, planningEvents, delegationEvents, agentEvents, wakeupEvents, commandEvents, proactiveEvents,
        proactiveWorkEvents, routineEvents, routineRunEvents, scheduleEvents, runtimeEvents, vaultEvents, searchEvents,
        copilotEvents,
        companyEvents, companyLinkEvents, companyPackageEvents, employeeEvents, budgetPolicyEvents, budgetEvents, approvalEvents,
        extensionEvents, authorityEvents, providerEvents, secretEvents, serverEvents,
    ].flatMap(\.self)
}
