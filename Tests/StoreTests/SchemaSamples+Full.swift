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
                clientKey: "client_key-full", ticketPrefix: "ticket_prefix-full")),
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
                fileIDs: [Identifier("file_vault-min")], runID: Identifier("runs-full"))),
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
                blockedReason: "blocked_reason-full", blockedBy: "blocked_by-full", revision: 7)),
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
}
