import Testing

@testable import Domain

extension EventSample {
    static let runtimeEvents: [EventSample] = runtimePayloads.map { EventSample($0, keys: reportKeys) }

    private static let runtimePayloads: [any EventPayload] = [
        RuntimeSessionStarted(report), RuntimeHeartbeatReceived(report), RuntimeCheckoutClaimed(report),
        RuntimeCheckoutConflict(report), RuntimeExecutionStarted(report), RuntimeExecutionOutput(report),
        RuntimeExecutionFailed(report), RuntimeArtifactCreated(report), RuntimeSessionStale(report),
        RuntimeSessionRecovered(report),
    ]

    private static let reportKeys =
        "adapter_kind artifact_id checkout_id conflicting_checkout_id conflicting_employee_id employee_id endpoint_url "
        + "lease_expires_at message run_id runtime_profile_id session_id status thread_id ticket_id transport usage workspace_path"

    private static let report = RuntimeReport(
        sessionID: .init("id"), employeeID: .init("id"), runtimeProfileID: .init("id"), adapterKind: .bash, transport: "command",
        runID: .init("id"), threadID: .init("id"), ticketID: .init("id"), checkoutID: .init("id"),
        conflictingCheckoutID: .init("id"),
        conflictingEmployeeID: .init("id"), artifactID: .init("id"), status: .working, message: "text",
        usage: .init(promptTokens: 7, completionTokens: 7), workspacePath: "text", endpointUrl: "text",
        leaseExpiresAt: .init(milliseconds: 5))
}
