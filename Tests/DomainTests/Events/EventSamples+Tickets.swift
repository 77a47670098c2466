import Testing

@testable import Domain

extension EventSample {
    static let ticketEvents: [EventSample] = [
        EventSample(
            TicketCreated(
                ticketID: .init("id"), number: 7, title: "text", assigneeID: .init("id"), parentTicketID: .init("id"),
                goalID: .init("id"), priority: .high
            ),
            keys: "assignee_id goal_id number parent_ticket_id priority ticket_id title"),
        EventSample(
            TicketUpdated(ticketID: .init("id"), patchedKeys: ["title"], status: .blocked),
            keys: "patched_keys status ticket_id"),
        EventSample(
            TicketAssigned(
                ticketID: .init("id"), assigneeID: .init("id"), previousAssigneeID: .init("id"), threadID: .init("id")
            ),
            keys: "assignee_id previous_assignee_id thread_id ticket_id"),
        EventSample(
            TicketClosed(ticketID: .init("id"), closedAt: .init(milliseconds: 5)),
            keys: "closed_at ticket_id"),
        EventSample(
            TicketReopened(ticketID: .init("id"), reopenedAt: .init(milliseconds: 5)),
            keys: "reopened_at ticket_id"),
        EventSample(
            TicketBlocked(ticketID: .init("id"), reason: "text"),
            keys: "reason ticket_id"),
        EventSample(
            TicketUnblocked(ticketID: .init("id")),
            keys: "ticket_id"),
    ]

    static let ticketParticipantEvents: [EventSample] = [
        EventSample(
            TicketParticipantAdded(
                ticketID: .init("id"), employeeID: .init("id"), threadID: .init("id"), added: true,
                addedAt: .init(milliseconds: 5)
            ),
            keys: "added added_at employee_id thread_id ticket_id"),
        EventSample(
            TicketParticipantRemoved(
                ticketID: .init("id"), employeeID: .init("id"), threadID: .init("id"), removed: true, clearedAssignee: true,
                removedAt: .init(milliseconds: 5)
            ),
            keys: "cleared_assignee employee_id removed removed_at thread_id ticket_id"),
        EventSample(
            TicketCommentAdded(ticketID: .init("id"), messageID: .init("id"), authorID: "text"),
            keys: "author_id message_id ticket_id"),
        EventSample(
            TicketAttachmentAdded(ticketID: .init("id"), fileID: .init("id"), attachedBy: "text"),
            keys: "attached_by file_id ticket_id"),
        EventSample(
            TicketAttachmentRemoved(
                attachmentID: .init("id"), ticketID: .init("id"), fileID: .init("id"), removedAt: .init(milliseconds: 5)
            ),
            keys: "attachment_id file_id removed_at ticket_id"),
    ]

    static let reviewEvents: [EventSample] = [
        EventSample(
            ReviewRequested(
                ticketID: .init("id"), reviewID: .init("id"), reviewerID: .init("id"), requestedBy: .init("id"), round: 7
            ),
            keys: "requested_by review_id reviewer_id round ticket_id"),
        EventSample(
            ReviewCompleted(
                ticketID: .init("id"), reviewID: .init("id"), reviewerID: .init("id"), outcome: .approved, summary: "text"
            ),
            keys: "outcome review_id reviewer_id summary ticket_id"),
    ]

    static let questionEvents: [EventSample] = [
        EventSample(
            QuestionAsked(questionID: .init("id"), employeeID: .init("id"), ticketID: .init("id"), prompt: "text"),
            keys: "employee_id prompt question_id ticket_id"),
        EventSample(
            QuestionAnswered(questionID: .init("id"), employeeID: .init("id"), ticketID: .init("id")),
            keys: "employee_id question_id ticket_id"),
        EventSample(
            QuestionWithdrawn(questionID: .init("id"), employeeID: .init("id"), ticketID: .init("id"), reason: "text"),
            keys: "employee_id question_id reason ticket_id"),
    ]

    static let goalEvents: [EventSample] = [
        EventSample(
            GoalCreated(goalID: .init("id"), title: "text"),
            keys: "goal_id title"),
        EventSample(
            GoalUpdated(goalID: .init("id"), patchedKeys: ["title"], progressPct: 7),
            keys: "goal_id patched_keys progress_pct"),
        EventSample(
            GoalDeleted(goalID: .init("id"), title: "text", deletedAt: .init(milliseconds: 5)),
            keys: "deleted_at goal_id title"),
        EventSample(
            GoalProgressChanged(goalID: .init("id"), progressPct: 7, status: .active),
            keys: "goal_id progress_pct status"),
    ]

    static let projectEvents: [EventSample] = [
        EventSample(
            ProjectCreated(projectID: .init("id"), title: "text", goalID: .init("id"), createdAt: .init(milliseconds: 5)),
            keys: "created_at goal_id project_id title"),
        EventSample(
            ProjectUpdated(projectID: .init("id"), patchedKeys: ["title"], updatedAt: .init(milliseconds: 5)),
            keys: "patched_keys project_id updated_at"),
        EventSample(
            ProjectDeleted(projectID: .init("id"), title: "text", deletedAt: .init(milliseconds: 5)),
            keys: "deleted_at project_id title"),
        EventSample(
            ProjectTicketLinked(projectID: .init("id"), ticketID: .init("id"), linkedAt: .init(milliseconds: 5)),
            keys: "linked_at project_id ticket_id"),
        EventSample(
            ProjectTicketUnlinked(projectID: .init("id"), ticketID: .init("id"), unlinkedAt: .init(milliseconds: 5)),
            keys: "project_id ticket_id unlinked_at"),
    ]

    static let proactiveEvents: [EventSample] = [
        EventSample(
            ProactiveGoalDecomposed(
                goalID: .init("id"), runID: .init("id"), threadID: .init("id"), proposalCount: 7,
                decomposedAt: .init(milliseconds: 5)
            ),
            keys: "decomposed_at goal_id proposal_count run_id thread_id"),
        EventSample(
            ProactiveBlocked(
                triggerID: "text", reason: .pause, explanation: "text", autonomyMode: "text", blockedAt: .init(milliseconds: 5)
            ),
            keys: "autonomy_mode blocked_at explanation reason trigger_id"),
        EventSample(
            ProactiveBudgetBlocked(triggerID: "text", policyID: .init("id"), reason: "text", blockedAt: .init(milliseconds: 5)),
            keys: "blocked_at policy_id reason trigger_id"),
        EventSample(
            ProactiveError(operation: "text", message: "text", recoverable: true, errorAt: .init(milliseconds: 5)),
            keys: "error_at message operation recoverable"),
        EventSample(
            ProactiveEnabledChanged(enabled: true, actorID: "text", changedAt: .init(milliseconds: 5)),
            keys: "actor_id changed_at enabled"),
    ]

    static let proactiveWorkEvents: [EventSample] = [
        EventSample(
            ProactiveWorkQueued(
                triggerID: "text", triggerKind: .workScan, threadID: .init("id"), employeeID: .init("id"), goalID: .init("id"),
                ticketID: .init("id"), queuedAt: .init(milliseconds: 5)
            ),
            keys: "employee_id goal_id queued_at thread_id ticket_id trigger_id trigger_kind"),
        EventSample(
            ProactiveWorkStarted(
                triggerID: "text", triggerKind: .workScan, runID: .init("id"), threadID: .init("id"), employeeID: .init("id"),
                goalID: .init("id"), ticketID: .init("id"), startedAt: .init(milliseconds: 5)
            ),
            keys: "employee_id goal_id run_id started_at thread_id ticket_id trigger_id trigger_kind"),
        EventSample(
            ProactiveWorkCompleted(
                triggerID: "text", runID: .init("id"), threadID: .init("id"), employeeID: .init("id"), totalSteps: 7, tokensIn: 7,
                tokensOut: 7, costUsd: .init(nanoDollars: 1_500_000), durationMs: 7, completedAt: .init(milliseconds: 5)
            ),
            keys: "completed_at cost_usd duration_ms employee_id run_id thread_id tokens_in tokens_out total_steps trigger_id"),
    ]

    static let routineEvents: [EventSample] = [
        EventSample(
            RoutineCreated(
                routineID: .init("id"), name: "text", triggerKind: .daily, nextRunAt: .init(milliseconds: 5),
                createdAt: .init(milliseconds: 5)
            ),
            keys: "created_at name next_run_at routine_id trigger_kind"),
        EventSample(
            RoutineUpdated(
                routineID: .init("id"), patchedKeys: ["title"], nextRunAt: .init(milliseconds: 5),
                updatedAt: .init(milliseconds: 5)
            ),
            keys: "next_run_at patched_keys routine_id updated_at"),
        EventSample(
            RoutineDeleted(routineID: .init("id"), name: "text", deletedAt: .init(milliseconds: 5)),
            keys: "deleted_at name routine_id"),
    ]

    static let routineRunEvents: [EventSample] = [
        EventSample(
            RoutineRunStarted(
                routineID: .init("id"), runID: .init("id"), reason: .manual, scheduledFor: .init(milliseconds: 5),
                startedAt: .init(milliseconds: 5)
            ),
            keys: "reason routine_id run_id scheduled_for started_at"),
        EventSample(
            RoutineRunCompleted(
                routineID: .init("id"), runID: .init("id"), reason: .manual, ticketID: .init("id"),
                finishedAt: .init(milliseconds: 5), nextRunAt: .init(milliseconds: 5)
            ),
            keys: "finished_at next_run_at reason routine_id run_id ticket_id"),
        EventSample(
            RoutineRunFailed(
                routineID: .init("id"), runID: .init("id"), reason: .manual, errorMessage: "text",
                finishedAt: .init(milliseconds: 5), nextRunAt: .init(milliseconds: 5)
            ),
            keys: "error_message finished_at next_run_at reason routine_id run_id"),
        EventSample(
            RoutineRunSkipped(
                routineID: .init("id"), reason: .missed, count: 7, scheduledFor: .init(milliseconds: 5), ticketID: .init("id"),
                nextRunAt: .init(milliseconds: 5)
            ),
            keys: "count next_run_at reason routine_id scheduled_for ticket_id"),
    ]

    static let scheduleEvents: [EventSample] = [
        EventSample(
            ScheduleCreated(
                scheduleItemID: .init("id"), title: "text", startsAt: .init(milliseconds: 5), ticketID: .init("id"),
                projectID: .init("id"), goalID: .init("id"), assigneeID: .init("id"), wakeupRequestID: .init("id"),
                createdAt: .init(milliseconds: 5)
            ),
            keys: "assignee_id created_at goal_id project_id schedule_item_id starts_at ticket_id title wakeup_request_id"),
        EventSample(
            ScheduleUpdated(
                scheduleItemID: .init("id"), patchedKeys: ["title"], wakeupRequestID: .init("id"),
                updatedAt: .init(milliseconds: 5)
            ),
            keys: "patched_keys schedule_item_id updated_at wakeup_request_id"),
        EventSample(
            ScheduleCompleted(scheduleItemID: .init("id"), completedAt: .init(milliseconds: 5)),
            keys: "completed_at schedule_item_id"),
        EventSample(
            ScheduleDeleted(scheduleItemID: .init("id"), title: "text", deletedAt: .init(milliseconds: 5)),
            keys: "deleted_at schedule_item_id title"),
    ]
}
