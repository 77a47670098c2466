/// What sort of work product an artifact is.
package enum ArtifactKind: String, Vocabulary {
    case ticketOutput = "ticket-output"
    case approvalRecord = "approval-record"
    case vaultFile = "vault-file"

    // Words that databases of the product's earlier life hold; they are no longer written.
    case runtimeOutput = "runtime-output"

    package static let writable: [Self] = [.ticketOutput, .approvalRecord, .vaultFile]
}

/// What came about with an artifact.
package enum ArtifactOutcome: String, Vocabulary {
    case artifactCreated = "artifact-created"
    case approvalComplete = "approval-complete"
    case reportGenerated = "report-generated"
    case publishPending = "publish-pending"
    case publishComplete = "publish-complete"
}

/// Whether an artifact can be used.
package enum ArtifactStatus: String, Vocabulary {
    case ready
    case pending
}

/// What sort of row an artifact came from.
package enum ArtifactSource: String, Vocabulary {
    case routineRun = "routine-run"
    case approvalDecision = "approval-decision"
    case vaultFile = "vault-file"

    // Words that databases of the product's earlier life hold; they are no longer written.
    case runtimeExecution = "runtime-execution"

    package static let writable: [Self] = [.routineRun, .approvalDecision, .vaultFile]
}
