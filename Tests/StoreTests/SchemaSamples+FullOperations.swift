import Domain

/// The later half of the full rows: what runs, decides and remembers.
extension Sample {
    static let fullRuntimes: [Sample] = [
        Sample(
            RuntimeProfile(
                id: Identifier("runtime_profiles-full"), companyID: Identifier("companies-full"), name: "name-full",
                slug: "slug-full", kind: .cursor, enabled: false,
                config: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), lastHealthStatus: .error,
                lastHealthMessage: "last_health_message-full", lastValidatedAt: .moment, createdAt: .moment,
                updatedAt: .moment)),
        Sample(
            EmployeeRuntimeBinding(
                id: Identifier("employee_runtime_bindings-full"), companyID: Identifier("companies-full"),
                employeeID: Identifier("employees-full"), runtimeProfileID: Identifier("runtime_profiles-full"),
                createdAt: .moment, updatedAt: .moment)),
        Sample(
            RuntimeSession(
                id: Identifier("runtime_sessions-full"), companyID: Identifier("companies-full"),
                employeeID: Identifier("employees-full"), runtimeProfileID: Identifier("runtime_profiles-min"),
                adapterKind: .cursor, status: .ended, currentRunID: Identifier("runs-min"),
                currentTicketID: Identifier("tickets-min"), pid: 7, endpointUrl: "endpoint_url-full",
                workspacePath: "workspace_path-full",
                capabilities: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), lastHeartbeatAt: .moment,
                leaseExpiresAt: .moment, failureReason: "failure_reason-full", startedAt: .moment, endedAt: .moment,
                createdAt: .moment, updatedAt: .moment)),
        Sample(
            RuntimeHeartbeat(
                id: Identifier("runtime_heartbeats-full"), sessionID: Identifier("runtime_sessions-full"),
                companyID: Identifier("companies-full"), employeeID: Identifier("employees-full"),
                runtimeProfileID: Identifier("runtime_profiles-min"), status: .ended, currentRunID: Identifier("runs-min"),
                currentTicketID: Identifier("tickets-min"),
                costDelta: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), message: "message-full",
                createdAt: .moment)),
    ]

    static let fullRoutines: [Sample] = [
        Sample(
            Routine(
                id: Identifier("routines-full"), companyID: Identifier("companies-full"), name: "name-full",
                slug: "slug-full", enabled: false, triggerKind: .weekly,
                schedule: LenientColumn(RoutineSchedule(triggerKind: .weekly, timeOfDay: "09:30", dayOfWeek: 1)),
                workKind: .ticket,
                workConfig: LenientColumn(
                    RoutineWork(title: "Report", description: "Sum the week up", priority: .low, labels: ["weekly"])),
                lastRunStatus: .error, lastRunMessage: "last_run_message-full", lastRunAt: .moment, nextRunAt: .moment,
                createdAt: .moment, updatedAt: .moment, clientKey: "client_key-full", putOffFor: .moment)),
        Sample(
            RoutineRun(
                id: Identifier("routine_runs-full"), companyID: Identifier("companies-full"),
                routineID: Identifier("routines-full"), status: .error, reason: .manual, workKind: .ticket,
                scheduledFor: .moment, startedAt: .moment, finishedAt: .moment, ticketID: Identifier("tickets-min"),
                message: "message-full", errorMessage: "error_message-full", clientKey: "client_key-full")),
        Sample(
            WakeupRequest(
                id: Identifier("agent_wakeup_requests-full"), companyID: Identifier("companies-full"),
                agentID: Identifier("employees-full"), status: .cancelled, triggerType: .goalDecomposed,
                triggerID: "trigger_id-full", priority: 7, scheduledFor: .moment, startedAt: .moment, completedAt: .moment,
                attemptCount: 7, maxAttempts: 7, nextRetryAt: .moment,
                context: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]),
                result: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), createdAt: .moment, updatedAt: .moment,
                cause: .questionAnswered, dedupeKey: "dedupe_key-full", threadID: Identifier("threads-min"),
                ticketID: Identifier("tickets-min"), leaseOwner: 7, leaseExpiresAt: .moment, fence: 7,
                causeChain: ["red", "green"], lastError: "last_error-full",
                rootID: Identifier("root_id-full"), providerID: Identifier("provider_id-full"),
                providerPref: "provider_pref-full", failureCount: 7)),
        Sample(
            ScheduleItem(
                id: Identifier("schedule_items-full"), companyID: Identifier("companies-full"), title: "title-full",
                description: "description-full", kind: .reminder, status: .cancelled, priority: .critical, startsAt: .moment,
                endsAt: .moment, reminderAt: .moment, ticketID: Identifier("tickets-min"),
                projectID: Identifier("projects-min"), goalID: Identifier("goals-min"), assigneeID: Identifier("employees-min"),
                wakeupRequestID: Identifier("agent_wakeup_requests-min"), sourceKind: .goalDue, sourceID: "source_id-full",
                createdByID: "created_by_id-full", createdByKind: .system, createdAt: .moment, updatedAt: .moment,
                completedAt: .moment, clientKey: "client_key-full")),
    ]

    static let fullGovernance: [Sample] = [
        Sample(
            BudgetPolicy(
                id: Identifier("budget_policies-full"), companyID: Identifier("companies-full"), scopeKind: .routine,
                scopeRefID: "scope_ref_id-full", period: .monthly, hardCapUsd: .amount, warningThresholdPct: 7, autoPause: true,
                requireApprovalAboveUsd: .amount, enabled: false, createdAt: .moment, updatedAt: .moment,
                clientKey: "client_key-full")),
        Sample(
            BudgetLedgerEntry(
                id: Identifier("budget_ledger_entries-full"), companyID: Identifier("companies-full"),
                budgetPolicyID: Identifier("budget_policies-min"), scopeKind: .routine, scopeRefID: "scope_ref_id-full",
                runID: Identifier("runs-full"), runKind: .copilot, threadID: Identifier("threads-min"),
                employeeID: Identifier("employees-full"), runtimeProfileID: Identifier("runtime_profiles-min"),
                routineID: Identifier("routines-min"), provider: "provider-full", model: "model-full", ledgers: .full,
                occurredAt: .moment, createdAt: .moment)),
        Sample(
            ApprovalItem(
                id: Identifier("approval_items-full"), companyID: Identifier("companies-full"), kind: .artifactPublish,
                status: .dismissed, priority: .critical, requestedByOperatorID: Identifier("operators-min"),
                requestedByEmployeeID: Identifier("employees-min"), subjectRefKind: .artifact,
                subjectRefID: "subject_ref_id-full", summary: "summary-full",
                payload: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), createdAt: .moment,
                resolvedAt: .moment)),
        Sample(
            ApprovalDecision(
                id: Identifier("approval_decisions-full"), companyID: Identifier("companies-full"),
                approvalKind: "approval_kind-full", approvalRefID: "approval_ref_id-full", decision: .dismissed,
                decidedByOperatorID: Identifier("operators-min"), rationale: "rationale-full",
                payload: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), createdAt: .moment)),
        Sample(
            Artifact(
                id: Identifier("artifacts-full"), companyID: Identifier("companies-full"), kind: .vaultFile,
                outcomeKind: .publishComplete, status: .pending, title: "title-full", summary: "summary-full",
                sourceKind: .vaultFile, sourceRefID: "source_ref_id-full", ticketID: Identifier("tickets-min"),
                fileID: Identifier("file_vault-min"), approvalItemID: Identifier("approval_items-min"),
                approvalDecisionID: Identifier("approval_decisions-min"), uri: "uri-full",
                preview: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]),
                createdByEmployeeID: Identifier("employees-min"), createdByRoutineID: Identifier("routines-min"),
                approvedByOperatorID: Identifier("operators-min"), createdAt: .moment, updatedAt: .moment)),
    ]

    static let fullMemory: [Sample] = [
        Sample(
            ThreadDigest(
                id: Identifier("thread_digests-full"), companyID: Identifier("companies-full"),
                threadID: Identifier("threads-full"), summary: "summary-full",
                pinnedFacts: [
                    PinnedFact(id: "fact-1", fact: "The office is in Zagreb", sourceMessageID: Identifier("messages-min"))
                ],
                lastSummarizedMessageID: Identifier("messages-min"), estimatedTokens: 7, freshness: .degraded,
                createdAt: .moment, updatedAt: .moment)),
        Sample(
            RunCheckpoint(
                id: Identifier("run_checkpoints-full"), companyID: Identifier("companies-full"),
                threadID: Identifier("threads-full"), runID: Identifier("runs-min"), employeeID: Identifier("employees-min"),
                checkpointKind: .routineCompleted, objective: "objective-full", progressSummary: "progress_summary-full",
                blockers: [Blocker(kind: .budget, refID: "budget_policies-min", summary: "No money left")],
                nextAction: "next_action-full", activeArtifactRefs: [Identifier("artifacts-min")],
                unresolvedApprovalRefs: [Identifier("approval_items-min")],
                resumeOrigin: JSONColumn(
                    ResumeOrigin(checkpointID: Identifier("run_checkpoints-min"), checkpointKind: .timeout, createdAt: .moment)),
                createdAt: .moment, wakeupID: Identifier("agent_wakeup_requests-min"), resumedAt: .moment,
                clientKey: "client_key-full")),
        Sample(
            TicketCheckout(
                id: Identifier("ticket_checkouts-full"), companyID: Identifier("companies-full"),
                ticketID: Identifier("tickets-full"), employeeID: Identifier("employees-full"),
                runtimeSessionID: Identifier("runtime_sessions-min"), runID: Identifier("runs-min"), status: .blocked,
                claimedAt: .moment, lastHeartbeatAt: .moment, expiresAt: .moment, releasedAt: .moment,
                releaseReason: "release_reason-full", createdAt: .moment, updatedAt: .moment, fence: 7)),
    ]

    static let fullServer: [Sample] = [
        Sample(
            ServerEpoch(epoch: 7, bootID: "boot_id-full", pid: 7, startedAt: .moment, stoppedAt: .moment))
    ]

    static let fullReviews: [Sample] = [
        Sample(
            TicketReview(
                id: Identifier("ticket_reviews-full"), companyID: Identifier("companies-full"),
                ticketID: Identifier("tickets-full"), requestedBy: Identifier("employees-full"),
                reviewerID: Identifier("employees-full"), status: .cancelled, round: 7, result: "result-full",
                files: [Identifier("file_vault-min")], comment: "comment-full", createdAt: .moment, resolvedAt: .moment)),
        Sample(
            Question(
                id: Identifier("questions-full"), companyID: Identifier("companies-full"),
                employeeID: Identifier("employees-full"), ticketID: Identifier("tickets-min"),
                threadID: Identifier("threads-min"), runID: Identifier("runs-min"), kind: .file, prompt: "prompt-full",
                options: ["red", "green"], status: .cancelled, answer: "answer-full", comment: "comment-full",
                answeredBy: "answered_by-full",
                createdAt: .moment, answeredAt: .moment)),
        Sample(
            WorkHold(
                id: Identifier("work_holds-full"), companyID: Identifier("companies-full"),
                employeeID: Identifier("employees-full"), reason: .quietHours, refID: "ref_id-full", note: "note-full",
                placedBy: "placed_by-full", placedAt: .moment)),
        Sample(
            WorkSkip(
                companyID: Identifier("companies-full"), employeeID: Identifier("employees-full"), cause: .digest,
                subjectID: "subject_id-full", reason: .quietHours, count: 7, firstAt: .moment, lastAt: .moment, toldAt: .moment)),
        Sample(
            WorkStop(
                wakeupID: Identifier("agent_wakeup_requests-full"), companyID: Identifier("companies-full"),
                askedBy: "asked_by-full", discards: true, askedAt: .moment)),
        Sample(
            Enquiry(
                id: Identifier("enquiries-full"), companyID: Identifier("companies-full"), askerID: Identifier("employees-full"),
                wakeupID: Identifier("agent_wakeup_requests-full"), messageID: Identifier("messages-full"),
                askedIn: Identifier("agent_wakeup_requests-min"), threadID: Identifier("threads-full"),
                ticketID: Identifier("tickets-full"), status: .answered,
                answerID: Identifier("messages-min"), reason: "reason-full", resumedBy: Identifier("agent_wakeup_requests-min"),
                createdAt: .moment, settledAt: .moment)),
        Sample(
            Guidance(
                id: Identifier("run_guidance-full"), companyID: Identifier("companies-full"), runID: Identifier("runs-full"),
                wakeupID: Identifier("agent_wakeup_requests-full"), threadID: Identifier("threads-full"),
                messageID: Identifier("messages-full"), authorID: "author_id-full", content: "content-full", status: .taken,
                takenRunID: Identifier("runs-min"), takenStep: 7, createdAt: .moment, settledAt: .moment,
                clientKey: "client_key-full")),
        Sample(
            BudgetMonth(
                policyID: Identifier("budget_policies-full"), periodStart: .moment, capNano: 50, spentNano: 20, reservedNano: 10,
                warnedAt: .moment, exceededAt: .moment)),
        Sample(
            BudgetReservation(
                id: Identifier("budget_reservations-full"), policyID: Identifier("budget_policies-full"),
                companyID: Identifier("companies-full"), runID: Identifier("runs-full"), step: 1, periodStart: .moment,
                amountNano: 50, state: .settled, settledNano: 20, createdAt: .moment, endedAt: .moment)),
        Sample(
            ThreadRead(
                threadID: Identifier("threads-full"), operatorID: Identifier("operators-full"),
                messageID: Identifier("messages-full"), messageAt: .moment, readAt: .moment)),
        Sample(
            OperatorSighting(
                operatorID: Identifier("operators-full"), companyID: Identifier("companies-full"), seq: 7, seenAt: .moment)),
        Sample(
            InboxSnooze(
                operatorID: Identifier("operators-full"), companyID: Identifier("companies-full"), itemKind: .blockedTicket,
                itemID: "item_id-full", until: .moment)),
        Sample(
            SavedView(
                id: Identifier("saved_views-full"), operatorID: Identifier("operators-full"),
                companyID: Identifier("companies-full"), page: "page-full", name: "name-full", query: "query-full",
                createdAt: .moment, updatedAt: .moment)),
        Sample(
            OperatorPreferences(
                operatorID: Identifier("operators-full"), preferences: JSONColumn(["theme": "dark"]), updatedAt: .moment)),
    ]

    static let fullSteps: [Sample] = [
        Sample(
            RunStep(
                runID: Identifier("runs-full"), step: 7, wakeupID: Identifier("agent_wakeup_requests-min"),
                provider: "provider-full", model: "model-full", text: "text-full",
                toolCalls: [ToolCall(id: "call-1", name: "search", arguments: "{}")],
                results: [.toolResult(callID: "call-1", name: "search", content: "nothing", isError: true)], promptTokens: 7,
                completionTokens: 7, cacheReadTokens: 7, costUsd: .amount, costKind: .notional,
                finishReason: .contentFilter, startedAt: .moment,
                endedAt: .moment)),
        Sample(
            RunAttempt(
                runID: Identifier("runs-full"), place: 7, step: 7, providerID: Identifier("provider_id-full"),
                provider: "provider-full", model: "model-full", errorClass: "error_class-full", error: "error-full",
                nextProviderID: Identifier("next_provider_id-full"), failedAt: .moment)),
    ]
}
