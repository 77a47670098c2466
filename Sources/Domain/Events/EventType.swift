/// Every kind of event that the log keeps.
///
/// The raw values are the names that other programs know. Pieces of a streaming answer are no events: they are sent to
/// whoever listens and never stored.
package enum EventType: String, CaseIterable, Codable, Hashable, Sendable {
    // MARK: Work
    case workQueued = "work.queued"
    case workMoved = "work.moved"
    case workStopping = "work.stopping"
    case workCancelled = "work.cancelled"
    case workStarted = "work.started"
    case workCompleted = "work.completed"
    case workFailed = "work.failed"
    case workSkipped = "work.skipped"
    case runStep = "run.step"
    case runRerouted = "run.rerouted"
    case toolCalled = "tool.called"
    case toolResult = "tool.result"

    // MARK: Messages
    case threadCreated = "thread.created"
    case threadUpdated = "thread.updated"
    case threadMemberAdded = "thread.memberAdded"
    case threadMemberRemoved = "thread.memberRemoved"
    case messagePersisted = "message.persisted"
    case messageSuperseded = "message.superseded"
    case messageAgentToAgent = "message.agent_to_agent"

    // MARK: Memory
    case digestUpdated = "digest.updated"
    case checkpointCreated = "checkpoint.created"
    case checkpointResumed = "checkpoint.resumed"

    // MARK: Meetings
    case meetingStarted = "meeting.started"
    case meetingTurn = "meeting.turn"
    case meetingInterjection = "meeting.interjection"
    case meetingCalledOn = "meeting.calledOn"
    case meetingEnding = "meeting.ending"
    case meetingEnded = "meeting.ended"
    case meetingItemUpdated = "meeting.item_updated"

    // MARK: Tickets
    case ticketCreated = "ticket.created"
    case ticketUpdated = "ticket.updated"
    case ticketAssigned = "ticket.assigned"
    case ticketClosed = "ticket.closed"
    case ticketReopened = "ticket.reopened"
    case ticketBlocked = "ticket.blocked"
    case ticketUnblocked = "ticket.unblocked"
    case ticketParticipantAdded = "ticket.participantAdded"
    case ticketParticipantRemoved = "ticket.participantRemoved"
    case ticketCommentAdded = "ticket.commentAdded"
    case ticketAttachmentAdded = "ticket.attachmentAdded"
    case ticketAttachmentRemoved = "ticket.attachmentRemoved"
    case reviewRequested = "review.requested"
    case reviewCompleted = "review.completed"
    case questionAsked = "question.asked"
    case questionAnswered = "question.answered"
    case questionWithdrawn = "question.withdrawn"

    // MARK: Goals and projects
    case goalCreated = "goal.created"
    case goalUpdated = "goal.updated"
    case goalDeleted = "goal.deleted"
    case goalProgressChanged = "goal.progressChanged"
    case projectCreated = "project.created"
    case projectUpdated = "project.updated"
    case projectDeleted = "project.deleted"
    case projectTicketLinked = "project.ticketLinked"
    case projectTicketUnlinked = "project.ticketUnlinked"

    // MARK: Planning
    case planProposed = "plan.proposed"
    case planApproved = "plan.approved"
    case taskDelegated = "task.delegated"
    case taskDelegationPending = "task.delegation_pending"
    case taskDelegationRejected = "task.delegation_rejected"
    case taskEscalated = "task.escalated"

    // MARK: Agents
    case agentStep = "agent.step"
    case agenticCompleted = "agentic.completed"
    case agenticFailed = "agentic.failed"
    case agentImprovementRun = "agent.improvementRun"
    case wakeupScheduled = "wakeup.scheduled"
    case agentWakeup = "agent.wakeup"
    case commandExecuted = "command.executed"

    // MARK: Work without a human's word
    case proactiveGoalDecomposed = "proactive.goal_decomposed"
    case proactiveBlocked = "proactive.blocked"
    case proactiveBudgetBlocked = "proactive.budget_blocked"
    case proactiveError = "proactive.error"
    case proactiveEnabledChanged = "proactive.enabled_changed"
    case proactiveWorkQueued = "proactive.work_queued"
    case proactiveWorkStarted = "proactive.work_started"
    case proactiveWorkCompleted = "proactive.work_completed"

    // MARK: Routines
    case routineCreated = "routine.created"
    case routineUpdated = "routine.updated"
    case routineDeleted = "routine.deleted"
    case routineRunStarted = "routine.runStarted"
    case routineRunCompleted = "routine.runCompleted"
    case routineRunFailed = "routine.runFailed"
    case routineRunSkipped = "routine.runSkipped"

    // MARK: Calendar
    case scheduleCreated = "schedule.created"
    case scheduleUpdated = "schedule.updated"
    case scheduleCompleted = "schedule.completed"
    case scheduleDeleted = "schedule.deleted"

    // MARK: External agents
    case runtimeSessionStarted = "runtime.session.started"
    case runtimeHeartbeat = "runtime.heartbeat"
    case runtimeCheckoutClaimed = "runtime.checkout.claimed"
    case runtimeCheckoutConflict = "runtime.checkout.conflict"
    case runtimeExecutionStarted = "runtime.execution.started"
    case runtimeExecutionOutput = "runtime.execution.output"
    case runtimeExecutionFailed = "runtime.execution.failed"
    case runtimeArtifactCreated = "runtime.artifact.created"
    case runtimeSessionStale = "runtime.session.stale"
    case runtimeSessionRecovered = "runtime.session.recovered"

    // MARK: Files
    case vaultFileCreated = "vault.file_created"
    case vaultFileDeleted = "vault.file_deleted"

    // MARK: Copilot
    case copilotInsight = "copilot.insight"
    case copilotAnalyzed = "copilot.analyzed"
    case copilotExpired = "copilot.expired"
    case copilotDismissed = "copilot.dismissed"
    case copilotWeightsChanged = "copilot.weights.changed"

    // MARK: Companies and employees
    case companyCreated = "company.created"
    case companyUpdated = "company.updated"
    case companyPaused = "company.paused"
    case companyResumed = "company.resumed"
    case companyArchived = "company.archived"
    case companyDeleted = "company.deleted"
    case companyLinkStarted = "company.linkStarted"
    case companyLinked = "company.linked"
    case companyLinkFailed = "company.linkFailed"
    case companyUnlinked = "company.unlinked"
    case companyReconnected = "company.reconnected"
    case companyPackageExported = "company.packageExported"
    case companyPackageImported = "company.packageImported"
    case companyTemplateInstalled = "company.templateInstalled"
    case employeeHired = "employee.hired"
    case employeeFired = "employee.fired"
    case employeeUpdated = "employee.updated"
    case employeePromoted = "employee.promoted"
    case employeeManagerSet = "employee.managerSet"
    case employeeStatusChanged = "employee.status_changed"

    // MARK: Budgets and approvals
    case budgetPolicyCreated = "budget.policyCreated"
    case budgetPolicyUpdated = "budget.policyUpdated"
    case budgetPolicyDeleted = "budget.policyDeleted"
    case budgetWarning = "budget.warning"
    case budgetExceeded = "budget.exceeded"
    case budgetApprovalRequested = "budget.approvalRequested"
    case budgetCompanyPaused = "budget.companyPaused"
    case approvalReviewed = "approval.reviewed"

    // MARK: Extensions and authority
    case mcpAdded = "mcp.added"
    case mcpRemoved = "mcp.removed"
    case mcpToggled = "mcp.toggled"
    case extensionInstalled = "extension.installed"
    case extensionRemoved = "extension.removed"
    case skillAssignmentUpdated = "skill.assignmentUpdated"
    case authorityGrantCreated = "authority.grant.created"
    case authorityGrantDeleted = "authority.grant.deleted"
    case authorityRequestReviewed = "authority.request.reviewed"
    case authorityViolation = "authority.violation"

    // MARK: Providers
    case providerAdded = "provider.added"
    case providerUpdated = "provider.updated"
    case providerRemoved = "provider.removed"
    case providerWentAway = "provider.away"
    case providerCameBack = "provider.back"

    // MARK: Secrets
    case secretSet = "secret.set"
    case secretRemoved = "secret.removed"

    // MARK: Server
    case settingChanged = "setting.changed"
    case serverRecovered = "server.recovered"
}
