import Testing

@testable import Domain

extension EventSample {
    static let workEvents: [EventSample] = [
        EventSample(
            WorkQueued(
                wakeupID: .init("id"), employeeID: .init("id"), cause: .message, threadID: .init("id"), ticketID: .init("id"),
                priority: 7
            ),
            keys: "cause employee_id priority thread_id ticket_id wakeup_id"),
        EventSample(
            WorkMoved(wakeupID: .init("id"), employeeID: .init("id"), threadID: .init("id"), ticketID: .init("id")),
            keys: "employee_id thread_id ticket_id wakeup_id"),
        EventSample(
            WorkStopping(
                wakeupID: .init("id"), runID: .init("id"), threadID: .init("id"), ticketID: .init("id"), employeeID: .init("id")),
            keys: "employee_id run_id thread_id ticket_id wakeup_id"),
        EventSample(
            WorkCancelled(
                wakeupID: .init("id"), employeeID: .init("id"), reason: "text", runID: .init("id"), threadID: .init("id"),
                ticketID: .init("id"), messageID: .init("id")),
            keys: "employee_id message_id reason run_id thread_id ticket_id wakeup_id"),
        EventSample(
            WorkStarted(
                runID: .init("id"), wakeupID: .init("id"), threadID: .init("id"), ticketID: .init("id"), employeeID: .init("id"),
                provider: "text", model: "text", practice: true
            ),
            keys: "employee_id model practice provider run_id thread_id ticket_id wakeup_id"),
        EventSample(
            WorkCompleted(
                runID: .init("id"), threadID: .init("id"), ticketID: .init("id"), employeeID: .init("id"), messageID: .init("id"),
                promptTokens: 7, completionTokens: 7, latencyMs: 7, costUsd: .init(nanoDollars: 1_500_000), toolCalls: 7
            ),
            keys:
                "completion_tokens cost_usd employee_id latency_ms message_id prompt_tokens run_id thread_id ticket_id tool_calls"
        ),
        EventSample(
            WorkFailed(
                runID: .init("id"), wakeupID: .init("id"), threadID: .init("id"), ticketID: .init("id"), employeeID: .init("id"),
                messageID: .init("id"), error: "text", errorClass: "text", willRetry: true
            ),
            keys: "employee_id error error_class message_id run_id thread_id ticket_id wakeup_id will_retry"),
        EventSample(
            WorkSkipped(
                wakeupID: .init("id"), employeeID: .init("id"), cause: .comment, threadID: .init("id"), ticketID: .init("id"),
                reason: .pingPong, count: 7),
            keys: "cause count employee_id reason thread_id ticket_id wakeup_id"),
    ]

    static let runEvents: [EventSample] = [
        EventSample(
            RunStepCompleted(
                runID: .init("id"), employeeID: .init("id"), step: 7, promptTokens: 7, completionTokens: 7,
                costUsd: .init(nanoDollars: 1_500_000), costKind: .billed, finishReason: .stop
            ),
            keys: "completion_tokens cost_kind cost_usd employee_id finish_reason prompt_tokens run_id step"),
        EventSample(
            RunRerouted(
                runID: .init("id"), employeeID: .init("id"), step: 7, providerID: .init("id"), model: "text",
                nextProviderID: .init("id"), nextModel: "text", errorClass: "text", error: "text"),
            keys: "employee_id error error_class model next_model next_provider_id provider_id run_id step"),
        EventSample(
            ToolCalled(
                runID: .init("id"), threadID: .init("id"), employeeID: .init("id"), toolCallID: "text", toolName: "text",
                summary: "text"
            ),
            keys: "employee_id run_id summary thread_id tool_call_id tool_name"),
        EventSample(
            ToolResult(
                runID: .init("id"), threadID: .init("id"), employeeID: .init("id"), toolCallID: "text", toolName: "text",
                success: true, error: "text"
            ),
            keys: "employee_id error run_id success thread_id tool_call_id tool_name"),
    ]

    static let messageEvents: [EventSample] = [
        EventSample(
            ThreadCreated(
                threadID: .init("id"), kind: .dm, subject: "text", forkedFromThreadID: .init("id"),
                forkedFromMessageID: .init("id")),
            keys: "forked_from_message_id forked_from_thread_id kind subject thread_id"),
        EventSample(
            ThreadUpdated(
                threadID: .init("id"), patchedKeys: ["subject"], subject: "text", archivedAt: .init(milliseconds: 5)),
            keys: "archived_at patched_keys subject thread_id"),
        EventSample(
            ThreadMemberAdded(threadID: .init("id"), memberID: "id", memberKind: .employee, role: "member"),
            keys: "member_id member_kind role thread_id"),
        EventSample(
            ThreadMemberRemoved(threadID: .init("id"), memberID: "id", memberKind: .employee, role: "text"),
            keys: "member_id member_kind role thread_id"),
        EventSample(
            MessagePersisted(
                threadID: .init("id"), messageID: .init("id"), authorID: "text", authorKind: .user, isAgentInitiated: true
            ),
            keys: "author_id author_kind is_agent_initiated message_id thread_id"),
        EventSample(
            MessageSuperseded(threadID: .init("id"), messageID: .init("id"), count: 7),
            keys: "count message_id thread_id"),
        EventSample(
            MessageAgentToAgent(
                fromEmployeeID: .init("id"), toEmployeeID: .init("id"), threadID: .init("id"), messageID: .init("id")
            ),
            keys: "from_employee_id message_id thread_id to_employee_id"),
    ]

    static let meetingEvents: [EventSample] = [
        EventSample(
            MeetingStarted(
                meetingID: .init("id"), threadID: .init("id"), chairID: .init("id"), attendees: [.init("id")], agenda: "text"
            ),
            keys: "agenda attendees chair_id meeting_id thread_id"),
        EventSample(
            MeetingTurn(meetingID: .init("id"), threadID: .init("id"), employeeID: .init("id"), messageID: .init("id")),
            keys: "employee_id meeting_id message_id thread_id"),
        EventSample(
            MeetingInterjection(meetingID: .init("id"), threadID: .init("id"), messageID: .init("id")),
            keys: "meeting_id message_id thread_id"),
        EventSample(
            MeetingCalledOn(meetingID: .init("id"), threadID: .init("id"), employeeID: .init("id"), question: "text"),
            keys: "employee_id meeting_id question thread_id"),
        EventSample(MeetingEnding(meetingID: .init("id"), threadID: .init("id")), keys: "meeting_id thread_id"),
        EventSample(
            MeetingEnded(
                meetingID: .init("id"), threadID: .init("id"), minutesMd: "text", actionItemCount: 7, ticketIDs: [.init("id")]
            ),
            keys: "action_item_count meeting_id minutes_md thread_id ticket_ids"),
        EventSample(
            MeetingItemUpdated(meetingID: .init("id"), item: 1, patchedKeys: ["text"]), keys: "item meeting_id patched_keys"),
    ]

    static let planningEvents: [EventSample] = [
        EventSample(
            PlanProposed(
                planID: "text", projectID: .init("id"), goalID: .init("id"), subtaskCount: 7, truncated: true, subtasks: [subtask]
            ),
            keys: "goal_id plan_id project_id subtask_count subtasks truncated"),
        EventSample(
            PlanApproved(planID: "text", projectID: .init("id"), approvedBy: "text", ticketIDs: [.init("id")]),
            keys: "approved_by plan_id project_id ticket_ids"),
    ]

    static let delegationEvents: [EventSample] = [
        EventSample(
            TaskDelegated(
                ticketID: .init("id"), planID: "text", assigneeID: .init("id"), assigneeName: "text",
                parentProjectID: .init("id"), threadID: .init("id"), executionQueued: true, fallbackUsed: true, attemptCount: 7,
                sourceThreadID: .init("id"), sourceMessageID: .init("id")
            ),
            keys:
                "assignee_id assignee_name attempt_count execution_queued fallback_used parent_project_id plan_id source_message_id source_thread_id thread_id ticket_id"
        ),
        EventSample(
            TaskDelegationPending(approvalItemID: .init("id"), requestedBy: .init("id"), assigneeID: .init("id"), title: "text"),
            keys: "approval_item_id assignee_id requested_by title"),
        EventSample(
            TaskDelegationRejected(
                approvalItemID: .init("id"), requestedBy: .init("id"), assigneeID: .init("id"), rejectedBy: "text", reason: "text"
            ),
            keys: "approval_item_id assignee_id reason rejected_by requested_by"),
        EventSample(
            TaskEscalated(
                planID: "text", ticketID: .init("id"), originalAssigneeID: .init("id"), escalatedTo: "text", reason: "text"
            ),
            keys: "escalated_to original_assignee_id plan_id reason ticket_id"),
    ]

    static let agentEvents: [EventSample] = [
        EventSample(
            AgentStep(
                runID: .init("id"), threadID: .init("id"), stepIndex: 7, kind: .answer, data: ["some_key": 1], tokensIn: 7,
                tokensOut: 7, costUsd: .init(nanoDollars: 1_500_000), provider: "text", model: "text"
            ),
            keys: "cost_usd data kind model provider run_id step_index thread_id tokens_in tokens_out"),
        EventSample(
            AgenticCompleted(
                runID: .init("id"), threadID: .init("id"), answer: "text", totalSteps: 7, tokensIn: 7, tokensOut: 7,
                costUsd: .init(nanoDollars: 1_500_000), durationMs: 7
            ),
            keys: "answer cost_usd duration_ms run_id thread_id tokens_in tokens_out total_steps"),
        EventSample(
            AgenticFailed(
                runID: .init("id"), threadID: .init("id"), reason: "text", message: "text", totalSteps: 7, tokensIn: 7,
                tokensOut: 7, costUsd: .init(nanoDollars: 1_500_000), durationMs: 7
            ),
            keys: "cost_usd duration_ms message reason run_id thread_id tokens_in tokens_out total_steps"),
        EventSample(
            AgentImprovementRun(
                recommendationCount: 7, createdTicketCount: 7, createdTicketIDs: [.init("id")],
                skippedExistingTicketIDs: [.init("id")], inspectedEventCount: 7, inspectedTicketCount: 7
            ),
            keys:
                "created_ticket_count created_ticket_ids inspected_event_count inspected_ticket_count recommendation_count skipped_existing_ticket_ids"
        ),
    ]

    static let wakeupEvents: [EventSample] = [
        EventSample(
            WakeupScheduled(
                wakeupID: .init("id"), agentID: .init("id"), trigger: .init(type: .manual, id: "some"), context: ["some_key": 1]
            ),
            keys: "agent_id context trigger wakeup_id"),
        EventSample(
            AgentWakeup(
                wakeupRequestID: .init("id"), agentID: .init("id"), trigger: .init(type: .manual, id: "some"),
                context: ["some_key": 1]
            ),
            keys: "agent_id context trigger wakeup_request_id"),
    ]

    static let commandEvents: [EventSample] = [
        EventSample(
            CommandExecuted(
                actorID: "text", intent: "text", entities: ["some_key": 1], rawText: "text", outcome: .ok, resultID: "text",
                durationMs: 7, runID: .init("id"), threadID: .init("id")
            ),
            keys: "actor_id duration_ms entities intent outcome raw_text result_id run_id thread_id")
    ]

    private static let subtask = PlannedSubtask(
        title: "text", assigneeID: .init("id"), assigneeName: "text", complexity: .small, dependsOn: [0])
}
