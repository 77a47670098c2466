import Domain

extension Sample {
    /// Rows that give everything, each value another than its default.
    ///
    /// Each comes after those it refers to.
    static let full = [
        fullCore, fullTools, fullGoals, fullTickets, fullMeetings, fullFiles, fullOrg, fullKnowledge, fullCopilot, fullExtensions,
        fullRuntimes, fullRoutines, fullGovernance, fullMemory, fullServer, fullReviews, fullSteps,
    ].flatMap { $0 }

    private static let fullCore: [Sample] = [
        Sample(
            Company(
                id: Identifier("companies-full"), name: "name-full", slug: "slug-full", createdAt: .moment,
                settings: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), icon: "icon-full", theme: .light,
                status: .archived, workspaceOriginID: "workspace_origin_id-full", companyOriginID: "company_origin_id-full",
                cloudWorkspaceID: "cloud_workspace_id-full", cloudTenantID: "cloud_tenant_id-full", cloudLinkState: .error,
                linkedDeviceID: "linked_device_id-full",
                lastSyncedCursor: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]),
                lastSnapshotID: "last_snapshot_id-full", lastSyncAt: .moment, lastSyncError: "last_sync_error-full",
                clientKey: "client_key-full")),
        Sample(
            Operator(
                id: Identifier("operators-full"), displayName: "display_name-full", email: "email-full", authMode: .cloud,
                createdAt: .moment, updatedAt: .moment)),
        Sample(
            OperatorMembership(
                id: Identifier("operator_memberships-full"), operatorID: Identifier("operators-full"),
                companyID: Identifier("companies-full"), role: .reviewer, sourceKind: .hosted,
                cloudWorkspaceID: "cloud_workspace_id-full", hostedInviteID: "hosted_invite_id-full", canApproveBudget: true,
                canApproveAuthority: true, canManageRoutines: true, canManageRuntimes: true, createdAt: .moment,
                updatedAt: .moment)),
        Sample(
            Employee(
                id: Identifier("employees-full"), companyID: Identifier("companies-full"), rolePackID: "role_pack_id-full",
                roleID: "role_id-full", roleMdSha: "role_md_sha-full", level: .ic, name: "name-full", title: "title-full",
                status: .offline, modelPref: "model_pref-full", providerPref: "provider_pref-full",
                toolsAllowed: ["red", "green"], toolsDenied: ["red", "green"], avatar: "avatar-full", isSystem: true,
                createdAt: .moment, clientKey: "client_key-full", dismissedAt: .moment,
                successorID: Identifier("employees-min"), maxPrivacyTier: .local)),
        Sample(
            Thread(
                id: Identifier("threads-full"), companyID: Identifier("companies-full"), kind: .broadcast,
                subject: "subject-full", createdBy: "created_by-full", createdAt: .moment, lastMessageAt: .moment,
                ticketID: Identifier("tickets-min"), clientKey: "client_key-full",
                forkedFromThreadID: Identifier("threads-min"), forkedFromMessageID: Identifier("messages-min"),
                archivedAt: .moment,
                unsummarisedMessages: 7, unsummarisedTokens: 7,
                hasMemory: true)),
        Sample(
            ThreadMember(
                threadID: Identifier("threads-full"), memberID: "member_id-full", memberKind: .employee,
                roleInThread: "role_in_thread-full")),
        Sample(
            Message(
                id: Identifier("messages-full"), threadID: Identifier("threads-full"), authorID: "author_id-full",
                authorKind: .system, content: "content-full", toolCalls: RawJSON(#"{"a": [1, 2]}"#),
                parentID: Identifier("messages-min"), isAgentInitiated: true, createdAt: .moment,
                clientKey: "client_key-full", supersededAt: .moment, supersededBy: Identifier("messages-min"),
                fileIDs: [Identifier("file_vault-min")])),
        Sample(
            Event(
                id: Identifier("events-full"), companyID: Identifier("companies-full"), actorID: "actor_id-full",
                actorKind: .provider, eventType: "event_type-full", payload: RawJSON(#"{"a": [1, 2]}"#), createdAt: .moment,
                seq: 1, prevHash: "prev_hash-full", hash: "hash-full")),
        Sample(
            Run(
                id: Identifier("runs-full"), employeeID: Identifier("employees-full"), threadID: Identifier("threads-min"),
                provider: "provider-full", model: "model-full", promptTokens: 7, completionTokens: 7, latencyMs: 7,
                costUsd: .amount, toolCallsCount: 7, startedAt: .moment, endedAt: .moment, status: .cancelled,
                error: "error-full", kind: .copilot, companyID: Identifier("companies-min"),
                ticketID: Identifier("tickets-min"), wakeupID: Identifier("agent_wakeup_requests-min"), attempt: 7,
                leaseEpoch: 7, errorClass: "error_class-full", priceKnown: false, streamingSince: .moment,
                context: JSONColumn(
                    ContextFigures(
                        window: 7, source: .kind, tools: 7, output: 7, target: 7, used: 7,
                        blocks: [
                            ContextFigures.Block(kind: .files, decision: .cut, reason: .categoryCap, count: 7, tokens: 7)
                        ])), costKind: .unknown)),
        Sample(
            Provider(
                id: Identifier("providers-full"), name: "name-full", kind: .practice,
                config: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), privacyTier: .proprietaryCloud,
                enabled: false)),
        Sample(
            Setting(
                key: "key-full", value: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), scope: .employee,
                scopeID: "scope_id-full", updatedAt: .moment)),
    ]

    private static let fullTools: [Sample] = [
        Sample(
            MCPServer(
                id: Identifier("mcp_servers-full"), companyID: Identifier("companies-min"), name: "name-full",
                transport: .sse, config: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), enabled: false,
                lastHealth: "last_health-full", installedAt: .moment)),
        Sample(
            ToolCallRecord(
                id: Identifier("tool_calls-full"), runID: Identifier("runs-full"), toolName: "tool_name-full",
                mcpServerID: Identifier("mcp_servers-min"), input: RawJSON(#"{"a": [1, 2]}"#),
                output: RawJSON(#"{"a": [1, 2]}"#), latencyMs: 7, status: .denied, error: "error-full", createdAt: .moment)),
    ]

    private static let fullGoals: [Sample] = [
        Sample(
            Goal(
                id: Identifier("goals-full"), companyID: Identifier("companies-full"), title: "title-full",
                description: "description-full", status: .abandoned, progressPct: 7, targetDate: .moment, createdAt: .moment,
                updatedAt: .moment, clientKey: "client_key-full")),
        Sample(
            Project(
                id: Identifier("projects-full"), companyID: Identifier("companies-full"), goalID: Identifier("goals-min"),
                title: "title-full", description: "description-full", status: .archived, leadID: Identifier("employees-min"),
                priority: .critical, targetDate: .moment, createdAt: .moment, updatedAt: .moment,
                clientKey: "client_key-full")),
    ]

    private static let fullTickets: [Sample] = [
        Sample(
            Ticket(
                id: Identifier("tickets-full"), companyID: Identifier("companies-full"), title: "title-full",
                description: "description-full", status: .done, priority: .critical, assigneeID: Identifier("employees-min"),
                reporterID: "reporter_id-full", reporterKind: .system, labels: ["red", "green"],
                dependencies: [Identifier("tickets-min")], slaHours: 7, dueAt: .moment, threadID: Identifier("threads-min"),
                goalID: Identifier("goals-min"), parentTicketID: Identifier("tickets-min"), createdAt: .moment,
                updatedAt: .moment, closedAt: .moment, clientKey: "client_key-full", number: 7,
                blockedReason: "blocked_reason-full", revision: 7)),
        Sample(
            ProjectTicket(projectID: Identifier("projects-full"), ticketID: Identifier("tickets-full"))),
    ]

    private static let fullMeetings: [Sample] = [
        Sample(
            Meeting(
                id: Identifier("meetings-full"), companyID: Identifier("companies-full"),
                threadID: Identifier("threads-full"), chairID: Identifier("employees-full"), agenda: "agenda-full",
                mode: .freeform, status: .ended, minutesMd: "minutes_md-full", attendees: [Identifier("employees-min")],
                actionItems: [
                    ActionItem(
                        title: "Write it down", assigneeID: Identifier("employees-min"), priority: .high, description: "Words",
                        dueAt: .moment, ticketID: Identifier("tickets-min"))
                ],
                startedAt: .moment, endedAt: .moment, activeIn: Identifier("companies-full"), phase: .discussion, round: 7,
                speakerID: Identifier("employees-min"), turnsUsed: 7, costUsd: Money(nanoDollars: 7_000_000),
                limits: JSONColumn(.init(turns: 7, minutes: 7, costUsd: Money(nanoDollars: 7), rounds: 7)), deadlineAt: .moment,
                ticketsAtOnce: true, goalID: Identifier("goals-min"), decisions: [.init(text: "We do it", at: .moment)],
                positions: [.init(employeeID: Identifier("employees-min"), stance: .disagree, reason: "Too soon")],
                departures: [
                    .init(
                        employeeID: Identifier("employees-min"), name: "Ada", reason: "paused", at: .moment, returnedAt: .moment)
                ],
                requests: [
                    .init(employeeID: Identifier("employees-min"), messageID: Identifier("messages-min"), question: "Why?")
                ], isEndWanted: true, endReason: .person, closingWords: "closing_words-full",
                minutesFileID: Identifier("file_vault-min"), clientKey: "client_key-full")),
        Sample(
            Meeting.Turn(
                id: Identifier("meeting_turns-full"), companyID: Identifier("companies-full"),
                meetingID: Identifier("meetings-full"), number: 7, phase: .discussion, round: 7,
                employeeID: Identifier("employees-full"), reason: .floor, status: .spoken, question: "question-full",
                answersID: Identifier("messages-full"), givesTo: Identifier("employees-min"),
                givesQuestion: "gives_question-full",
                closesDiscussion: true, isPass: true, wakeupID: Identifier("agent_wakeup_requests-full"),
                runID: Identifier("runs-full"), messageID: Identifier("messages-full"), startedAt: .moment, endedAt: .moment)),
    ]

    private static let fullFiles: [Sample] = [
        Sample(
            VaultFile(
                id: Identifier("file_vault-full"), companyID: Identifier("companies-full"), filename: "filename-full",
                originalName: "original_name-full", mimeType: "mime_type-full", sizeBytes: 7, sha256: "sha256-full",
                vaultPath: "vault_path-full", extractedText: "extracted_text-full", tags: ["red", "green"],
                uploadedBy: "uploaded_by-full", createdAt: .moment, updatedAt: .moment, clientKey: "client_key-full")),
        Sample(
            TicketAttachment(
                id: Identifier("ticket_attachments-full"), ticketID: Identifier("tickets-full"),
                fileID: Identifier("file_vault-full"), attachedBy: "attached_by-full", attachedAt: .moment)),
    ]

    private static let fullOrg: [Sample] = [
        Sample(
            OrgEdge(
                id: Identifier("org_edges-full"), companyID: Identifier("companies-full"),
                managerID: Identifier("employees-full"), reportID: Identifier("employees-full"), createdAt: .moment))
    ]

    private static let fullKnowledge: [Sample] = [
        Sample(
            Embedding(
                id: Identifier("embeddings-full"), companyID: Identifier("companies-full"), sourceType: .project,
                sourceID: "source_id-full", chunkIndex: 7, contentText: "content_text-full", embedding: [0, 0, 128, 63],
                createdAt: .moment, model: "model-full", dimension: 1)),
        Sample(
            SearchIndex(
                companyID: Identifier("companies-full"), position: 7, embedder: "embedder-full", generation: 7, failures: 7,
                error: "error-full", retryAt: .moment, indexedAt: .moment)),
        Sample(
            IndexEntry(
                companyID: Identifier("companies-full"), sourceType: .vaultFile, sourceID: "source_id-full", revision: 7,
                attempts: 7, isAfresh: true, queuedAt: .moment)),
    ]

    private static let fullCopilot: [Sample] = [
        Sample(
            CopilotInsight(
                id: Identifier("copilot_insights-full"), companyID: Identifier("companies-full"), category: .anomaly,
                severity: .info, title: "title-full", detail: "detail-full", actionSuggestion: "action_suggestion-full",
                actionIntent: "action_intent-full",
                actionEntities: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), dismissedAt: .moment,
                createdAt: .moment, expiresAt: .moment)),
        Sample(
            CommandHistoryEntry(
                id: Identifier("command_history-full"), companyID: Identifier("companies-full"),
                actorID: "actor_id-full", text: "text-full", intent: "intent-full",
                entities: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), executedAt: "2026-05-03T10:20:30.000Z",
                outcome: .error, resultID: "result_id-full")),
    ]

    private static let fullExtensions: [Sample] = [
        Sample(
            Extension(
                id: Identifier("extensions-full"), companyID: Identifier("companies-min"), kind: .mcp, name: "name-full",
                slug: "slug-full", sourceKind: .template, sourceRef: "source_ref-full", version: "version-full",
                updateChannel: "update_channel-full", manifest: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]),
                requestedCapabilities: ["red", "green"], requestedPaths: ["red", "green"], enabled: false, trustState: .denied,
                runtimeRefID: Identifier("mcp_servers-min"), installedAt: .moment, updatedAt: .moment)),
        Sample(
            SkillAssignment(
                id: Identifier("skill_assignments-full"), extensionID: Identifier("extensions-full"),
                companyID: Identifier("companies-full"), employeeID: Identifier("employees-min"), enabled: false,
                source: .employeeOverride, createdAt: .moment, updatedAt: .moment)),
        Sample(
            AuthorityGrant(
                id: Identifier("authority_grants-full"), scopeKind: .extension, scopeID: "scope_id-full",
                resourceKind: .path, resourceID: "resource_id-full", permission: .prompt,
                metadata: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), createdAt: .moment,
                updatedAt: .moment)),
        Sample(
            AuthorityRequest(
                id: Identifier("authority_requests-full"), extensionID: Identifier("extensions-full"),
                employeeID: Identifier("employees-min"), resourceKind: .path, resourceID: "resource_id-full",
                requestedPermission: .prompt, status: .denied, reason: "reason-full", createdAt: .moment, reviewedAt: .moment)),
    ]

    private static let fullRuntimes: [Sample] = [
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

    private static let fullRoutines: [Sample] = [
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

    private static let fullGovernance: [Sample] = [
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
                routineID: Identifier("routines-min"), provider: "provider-full", model: "model-full", amountUsd: .amount,
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

    private static let fullMemory: [Sample] = [
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

    private static let fullServer: [Sample] = [
        Sample(
            ServerEpoch(epoch: 7, bootID: "boot_id-full", pid: 7, startedAt: .moment, stoppedAt: .moment))
    ]

    private static let fullReviews: [Sample] = [
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
    ]

    private static let fullSteps: [Sample] = [
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
