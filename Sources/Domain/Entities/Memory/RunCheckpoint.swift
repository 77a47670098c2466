/// A boundary of a run from which it can be taken up again.
package struct RunCheckpoint: Codable, Hashable, Sendable {
    package typealias ID = Identifier<RunCheckpoint>

    package var id: ID
    package var companyID: Company.ID
    package var threadID: Thread.ID
    package var runID: Run.ID?
    package var employeeID: Employee.ID?
    package var checkpointKind: CheckpointKind
    /// What the run was to achieve.
    package var objective: String?
    package var progressSummary: String
    /// What holds the work up.
    package var blockers: JSONColumn<[Blocker]>
    package var nextAction: String?
    /// The artifacts that the run had in hand, and the files of the vault that it wrote.
    package var activeArtifactRefs: JSONColumn<[Artifact.ID]>
    /// The approvals, and the questions that want one, that the run waits for.
    package var unresolvedApprovalRefs: JSONColumn<[ApprovalItem.ID]>
    /// The checkpoint that the run itself was taken up from.
    package var resumeOrigin: JSONColumn<ResumeOrigin>?
    package var createdAt: Timestamp
    /// The work that takes it up; one at most ever does.
    package var wakeupID: WakeupRequest.ID?
    package var resumedAt: Timestamp?
    /// Chosen by whoever made the checkpoint by hand, so that saying the same twice makes it once.
    ///
    /// Unique within the company.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case threadID = "thread_id"
        case runID = "run_id"
        case employeeID = "employee_id"
        case checkpointKind = "checkpoint_kind"
        case objective
        case progressSummary = "progress_summary"
        case blockers = "blockers_json"
        case nextAction = "next_action"
        case activeArtifactRefs = "active_artifact_refs_json"
        case unresolvedApprovalRefs = "unresolved_approval_refs_json"
        case resumeOrigin = "resume_origin_json"
        case createdAt = "created_at"
        case wakeupID = "wakeup_id"
        case resumedAt = "resumed_at"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, threadID: Thread.ID, runID: Run.ID? = nil, employeeID: Employee.ID? = nil,
        checkpointKind: CheckpointKind, objective: String? = nil, progressSummary: String, blockers: JSONColumn<[Blocker]> = [],
        nextAction: String? = nil, activeArtifactRefs: JSONColumn<[Artifact.ID]> = [],
        unresolvedApprovalRefs: JSONColumn<[ApprovalItem.ID]> = [], resumeOrigin: JSONColumn<ResumeOrigin>? = nil,
        createdAt: Timestamp, wakeupID: WakeupRequest.ID? = nil, resumedAt: Timestamp? = nil, clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.threadID = threadID
        self.runID = runID
        self.employeeID = employeeID
        self.checkpointKind = checkpointKind
        self.objective = objective
        self.progressSummary = progressSummary
        self.blockers = blockers
        self.nextAction = nextAction
        self.activeArtifactRefs = activeArtifactRefs
        self.unresolvedApprovalRefs = unresolvedApprovalRefs
        self.resumeOrigin = resumeOrigin
        self.createdAt = createdAt
        self.wakeupID = wakeupID
        self.resumedAt = resumedAt
        self.clientKey = clientKey
    }
}
