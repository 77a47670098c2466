import Domain

extension Sample {
    /// Rows that give only what must be given.
    ///
    /// Each comes after those it refers to.
    static let minimal = [
        minimalCore, minimalTools, minimalGoals, minimalTickets, minimalMeetings, minimalFiles, minimalOrg, minimalKnowledge,
        minimalCopilot, minimalExtensions, minimalRuntimes, minimalRoutines, minimalGovernance, minimalMemory, minimalServer,
        minimalReviews, minimalSteps,
    ].flatMap { $0 }

    private static let minimalCore: [Sample] = [
        Sample(
            Company(id: Identifier("companies-min"), name: "name-min", slug: "slug-min", createdAt: .moment)),
        Sample(
            Operator(id: Identifier("operators-min"), displayName: "display_name-min", createdAt: .moment, updatedAt: .moment)),
        Sample(
            OperatorMembership(
                id: Identifier("operator_memberships-min"), operatorID: Identifier("operators-min"),
                companyID: Identifier("companies-min"), role: .owner, createdAt: .moment, updatedAt: .moment)),
        Sample(
            Employee(
                id: Identifier("employees-min"), companyID: Identifier("companies-min"), rolePackID: "role_pack_id-min",
                roleID: "role_id-min", roleMdSha: "role_md_sha-min", level: .officer, name: "name-min", title: "title-min",
                createdAt: .moment)),
        Sample(
            Thread(
                id: Identifier("threads-min"), companyID: Identifier("companies-min"), kind: .dm,
                createdBy: "created_by-min", createdAt: .moment)),
        Sample(
            ThreadMember(threadID: Identifier("threads-min"), memberID: "member_id-min", memberKind: .user)),
        Sample(
            Message(
                id: Identifier("messages-min"), threadID: Identifier("threads-min"), authorID: "author_id-min",
                authorKind: .user, content: "content-min", createdAt: .moment)),
        Sample(
            Event(
                id: Identifier("events-min"), companyID: Identifier("companies-min"), actorID: "actor_id-min",
                actorKind: .user, eventType: "event_type-min", payload: RawJSON("{}"), createdAt: .moment)),
        Sample(
            Run(
                id: Identifier("runs-min"), employeeID: Identifier("employees-min"), provider: "provider-min",
                model: "model-min", startedAt: .moment)),
        Sample(
            Provider(id: Identifier("providers-min"), name: "name-min", kind: .anthropic, privacyTier: .local)),
        Sample(
            Setting(key: "key-min", value: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), updatedAt: .moment)),
    ]

    private static let minimalTools: [Sample] = [
        Sample(
            MCPServer(id: Identifier("mcp_servers-min"), name: "name-min", transport: .stdio, installedAt: .moment)),
        Sample(
            ToolCallRecord(
                id: Identifier("tool_calls-min"), runID: Identifier("runs-min"), toolName: "tool_name-min",
                input: RawJSON("{}"), createdAt: .moment)),
    ]

    private static let minimalGoals: [Sample] = [
        Sample(
            Goal(
                id: Identifier("goals-min"), companyID: Identifier("companies-min"), title: "title-min", createdAt: .moment,
                updatedAt: .moment)),
        Sample(
            Project(
                id: Identifier("projects-min"), companyID: Identifier("companies-min"), title: "title-min",
                createdAt: .moment, updatedAt: .moment)),
    ]

    private static let minimalTickets: [Sample] = [
        Sample(
            Ticket(
                id: Identifier("tickets-min"), companyID: Identifier("companies-min"), title: "title-min",
                reporterID: "reporter_id-min", createdAt: .moment, updatedAt: .moment)),
        Sample(
            ProjectTicket(projectID: Identifier("projects-min"), ticketID: Identifier("tickets-min"))),
    ]

    private static let minimalMeetings: [Sample] = [
        Sample(
            Meeting(
                id: Identifier("meetings-min"), companyID: Identifier("companies-min"), threadID: Identifier("threads-min"),
                chairID: Identifier("employees-min"), startedAt: .moment)),
        Sample(
            Meeting.Turn(
                id: Identifier("meeting_turns-min"), companyID: Identifier("companies-min"),
                meetingID: Identifier("meetings-min"), number: 1, phase: .opening, employeeID: Identifier("employees-min"),
                reason: .opens, startedAt: .moment)),
    ]

    private static let minimalFiles: [Sample] = [
        Sample(
            VaultFile(
                id: Identifier("file_vault-min"), companyID: Identifier("companies-min"), filename: "filename-min",
                originalName: "original_name-min", sha256: "sha256-min", vaultPath: "vault_path-min",
                uploadedBy: "uploaded_by-min", createdAt: .moment, updatedAt: .moment)),
        Sample(
            TicketAttachment(
                id: Identifier("ticket_attachments-min"), ticketID: Identifier("tickets-min"),
                fileID: Identifier("file_vault-min"), attachedBy: "attached_by-min", attachedAt: .moment)),
    ]

    private static let minimalOrg: [Sample] = [
        Sample(
            OrgEdge(
                id: Identifier("org_edges-min"), companyID: Identifier("companies-min"),
                managerID: Identifier("employees-min"), reportID: Identifier("employees-min"), createdAt: .moment))
    ]

    private static let minimalKnowledge: [Sample] = [
        Sample(
            Embedding(
                id: Identifier("embeddings-min"), companyID: Identifier("companies-min"), sourceType: .message,
                sourceID: "source_id-min", contentText: "content_text-min", embedding: [], createdAt: .moment)),
        Sample(SearchIndex(companyID: Identifier("companies-min"))),
        Sample(
            IndexEntry(
                companyID: Identifier("companies-min"), sourceType: .message, sourceID: "source_id-min", queuedAt: .moment)),
    ]

    private static let minimalCopilot: [Sample] = [
        Sample(
            CopilotInsight(
                id: Identifier("copilot_insights-min"), companyID: Identifier("companies-min"),
                category: .operational, severity: .critical, title: "title-min", detail: "detail-min", createdAt: .moment,
                expiresAt: .moment)),
        Sample(
            CommandHistoryEntry(
                id: Identifier("command_history-min"), companyID: Identifier("companies-min"),
                actorID: "actor_id-min", text: "text-min", intent: "intent-min",
                entities: JSONColumn(["text": "čaj", "count": 3, "list": [true, nil]]), executedAt: "2026-05-03T10:20:30.000Z",
                outcome: .ok)),
    ]

    private static let minimalExtensions: [Sample] = [
        Sample(
            Extension(
                id: Identifier("extensions-min"), kind: .skill, name: "name-min", slug: "slug-min", sourceKind: .local,
                sourceRef: "source_ref-min", installedAt: .moment, updatedAt: .moment)),
        Sample(
            SkillAssignment(
                id: Identifier("skill_assignments-min"), extensionID: Identifier("extensions-min"),
                companyID: Identifier("companies-min"), source: .workspaceDefault, createdAt: .moment, updatedAt: .moment)),
        Sample(
            AuthorityGrant(
                id: Identifier("authority_grants-min"), scopeKind: .company, scopeID: "scope_id-min",
                resourceKind: .capability, resourceID: "resource_id-min", permission: .allow, createdAt: .moment,
                updatedAt: .moment)),
        Sample(
            AuthorityRequest(
                id: Identifier("authority_requests-min"), extensionID: Identifier("extensions-min"),
                resourceKind: .capability, resourceID: "resource_id-min", requestedPermission: .allow, createdAt: .moment)),
    ]

    private static let minimalRuntimes: [Sample] = [
        Sample(
            RuntimeProfile(
                id: Identifier("runtime_profiles-min"), companyID: Identifier("companies-min"), name: "name-min",
                slug: "slug-min", kind: .teamxInternal, createdAt: .moment, updatedAt: .moment)),
        Sample(
            EmployeeRuntimeBinding(
                id: Identifier("employee_runtime_bindings-min"), companyID: Identifier("companies-min"),
                employeeID: Identifier("employees-min"), runtimeProfileID: Identifier("runtime_profiles-min"),
                createdAt: .moment, updatedAt: .moment)),
        Sample(
            RuntimeSession(
                id: Identifier("runtime_sessions-min"), companyID: Identifier("companies-min"),
                employeeID: Identifier("employees-min"), adapterKind: .teamxInternal, startedAt: .moment, createdAt: .moment,
                updatedAt: .moment)),
        Sample(
            RuntimeHeartbeat(
                id: Identifier("runtime_heartbeats-min"), sessionID: Identifier("runtime_sessions-min"),
                companyID: Identifier("companies-min"), employeeID: Identifier("employees-min"), status: .starting,
                createdAt: .moment)),
    ]

    private static let minimalRoutines: [Sample] = [
        Sample(
            Routine(
                id: Identifier("routines-min"), companyID: Identifier("companies-min"), name: "name-min", slug: "slug-min",
                triggerKind: .interval, createdAt: .moment, updatedAt: .moment)),
        Sample(
            RoutineRun(
                id: Identifier("routine_runs-min"), companyID: Identifier("companies-min"),
                routineID: Identifier("routines-min"), status: .running, reason: .scheduled, startedAt: .moment)),
        Sample(
            WakeupRequest(
                id: Identifier("agent_wakeup_requests-min"), companyID: Identifier("companies-min"),
                agentID: Identifier("employees-min"), triggerType: .routine, scheduledFor: .moment, createdAt: .moment,
                updatedAt: .moment)),
        Sample(
            ScheduleItem(
                id: Identifier("schedule_items-min"), companyID: Identifier("companies-min"), title: "title-min",
                startsAt: .moment, createdByID: "created_by_id-min", createdAt: .moment, updatedAt: .moment)),
    ]

    private static let minimalGovernance: [Sample] = [
        Sample(
            BudgetPolicy(
                id: Identifier("budget_policies-min"), companyID: Identifier("companies-min"), scopeKind: .company,
                scopeRefID: "scope_ref_id-min", hardCapUsd: .amount, createdAt: .moment, updatedAt: .moment)),
        Sample(
            BudgetLedgerEntry(
                id: Identifier("budget_ledger_entries-min"), companyID: Identifier("companies-min"),
                scopeKind: .company, scopeRefID: "scope_ref_id-min", runID: Identifier("runs-min"), runKind: .work,
                employeeID: Identifier("employees-min"), provider: "provider-min", model: "model-min", ledgers: .minimal,
                occurredAt: .moment, createdAt: .moment)),
        Sample(
            ApprovalItem(
                id: Identifier("approval_items-min"), companyID: Identifier("companies-min"), kind: .authorityRequest,
                subjectRefKind: .budgetPolicy, subjectRefID: "subject_ref_id-min", summary: "summary-min", createdAt: .moment)),
        Sample(
            ApprovalDecision(
                id: Identifier("approval_decisions-min"), companyID: Identifier("companies-min"),
                approvalKind: "approval_kind-min", approvalRefID: "approval_ref_id-min", decision: .approved,
                createdAt: .moment)),
        Sample(
            Artifact(
                id: Identifier("artifacts-min"), companyID: Identifier("companies-min"), kind: .ticketOutput,
                title: "title-min", sourceKind: .routineRun, sourceRefID: "source_ref_id-min", createdAt: .moment,
                updatedAt: .moment)),
    ]

    private static let minimalMemory: [Sample] = [
        Sample(
            ThreadDigest(
                id: Identifier("thread_digests-min"), companyID: Identifier("companies-min"),
                threadID: Identifier("threads-min"), summary: "summary-min", createdAt: .moment, updatedAt: .moment)),
        Sample(
            RunCheckpoint(
                id: Identifier("run_checkpoints-min"), companyID: Identifier("companies-min"),
                threadID: Identifier("threads-min"), checkpointKind: .manual, progressSummary: "progress_summary-min",
                createdAt: .moment)),
        Sample(
            TicketCheckout(
                id: Identifier("ticket_checkouts-min"), companyID: Identifier("companies-min"),
                ticketID: Identifier("tickets-min"), employeeID: Identifier("employees-min"), claimedAt: .moment,
                expiresAt: .moment, createdAt: .moment, updatedAt: .moment)),
    ]

    private static let minimalServer: [Sample] = [
        Sample(
            ServerEpoch(epoch: 0, bootID: "boot_id-min", pid: 0, startedAt: .moment))
    ]

    private static let minimalReviews: [Sample] = [
        Sample(
            TicketReview(
                id: Identifier("ticket_reviews-min"), companyID: Identifier("companies-min"),
                ticketID: Identifier("tickets-min"), requestedBy: Identifier("employees-min"),
                reviewerID: Identifier("employees-min"), createdAt: .moment)),
        Sample(
            Question(
                id: Identifier("questions-min"), companyID: Identifier("companies-min"),
                employeeID: Identifier("employees-min"), prompt: "prompt-min", createdAt: .moment)),
        Sample(
            WorkHold(
                id: Identifier("work_holds-min"), companyID: Identifier("companies-min"), reason: .user,
                placedBy: "placed_by-min", placedAt: .moment)),
        Sample(
            WorkSkip(
                companyID: Identifier("companies-min"), employeeID: Identifier("employees-min"), cause: .message,
                reason: .known, firstAt: .moment, lastAt: .moment,
                toldAt: Timestamp(milliseconds: 0))),
        Sample(
            WorkStop(
                wakeupID: Identifier("agent_wakeup_requests-min"), companyID: Identifier("companies-min"),
                askedBy: "asked_by-min", askedAt: .moment)),
        Sample(
            Enquiry(
                id: Identifier("enquiries-min"), companyID: Identifier("companies-min"), askerID: Identifier("employees-min"),
                wakeupID: Identifier("agent_wakeup_requests-min"), messageID: Identifier("messages-min"), createdAt: .moment)),
        Sample(
            Guidance(
                id: Identifier("run_guidance-min"), companyID: Identifier("companies-min"), runID: Identifier("runs-min"),
                wakeupID: Identifier("agent_wakeup_requests-min"), threadID: Identifier("threads-min"),
                messageID: Identifier("messages-min"), authorID: "author_id-min", content: "content-min", createdAt: .moment)),
        Sample(
            BudgetMonth(policyID: Identifier("budget_policies-min"), periodStart: .moment, capNano: 5)),
        Sample(
            BudgetReservation(
                id: Identifier("budget_reservations-min"), policyID: Identifier("budget_policies-min"),
                companyID: Identifier("companies-min"), runID: Identifier("runs-min"), step: 0, periodStart: .moment,
                amountNano: 5, createdAt: .moment)),
        Sample(
            ThreadRead(
                threadID: Identifier("threads-min"), operatorID: Identifier("operators-min"),
                messageID: Identifier("messages-min"), messageAt: .moment, readAt: .moment)),
        Sample(
            OperatorSighting(
                operatorID: Identifier("operators-min"), companyID: Identifier("companies-min"), seq: 7, seenAt: .moment)),
        Sample(
            InboxSnooze(
                operatorID: Identifier("operators-min"), companyID: Identifier("companies-min"), itemKind: .blockedTicket,
                itemID: "item_id-min", until: .moment)),
        Sample(
            SavedView(
                id: Identifier("saved_views-min"), operatorID: Identifier("operators-min"),
                companyID: Identifier("companies-min"), page: "page-min", name: "name-min",
                createdAt: .moment, updatedAt: .moment)),
        Sample(
            OperatorPreferences(
                operatorID: Identifier("operators-min"), updatedAt: .moment)),
    ]

    private static let minimalSteps: [Sample] = [
        Sample(
            RunStep(
                runID: Identifier("runs-min"), step: 0, provider: "provider-min", model: "model-min", startedAt: .moment,
                endedAt: .moment)),
        Sample(
            RunAttempt(
                runID: Identifier("runs-min"), place: 0, step: 0, providerID: Identifier("provider_id-min"),
                provider: "provider-min", model: "model-min", errorClass: "error_class-min", error: "error-min",
                nextProviderID: Identifier("next_provider_id-min"), failedAt: .moment)),
    ]
}
