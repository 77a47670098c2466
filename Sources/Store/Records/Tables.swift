package import Domain

// Which entity is a row of which table: the 44 tables of the schema, then our own.

extension Company: Record { package static let layout = RecordLayout("companies", columns: CodingKeys.self) }
extension Operator: Record { package static let layout = RecordLayout("operators", columns: CodingKeys.self) }
extension OperatorMembership: Record {
    package static let layout = RecordLayout("operator_memberships", columns: CodingKeys.self)
}
extension Employee: Record { package static let layout = RecordLayout("employees", columns: CodingKeys.self) }
extension Thread: Record { package static let layout = RecordLayout("threads", columns: CodingKeys.self) }
extension ThreadMember: Record { package static let layout = RecordLayout("thread_members", columns: CodingKeys.self) }
extension Message: Record { package static let layout = RecordLayout("messages", columns: CodingKeys.self) }
extension Event: Record { package static let layout = RecordLayout("events", columns: CodingKeys.self) }
extension Run: Record { package static let layout = RecordLayout("runs", columns: CodingKeys.self) }
extension Provider: Record { package static let layout = RecordLayout("providers", columns: CodingKeys.self) }
extension Setting: Record { package static let layout = RecordLayout("settings", columns: CodingKeys.self) }
extension Ticket: Record { package static let layout = RecordLayout("tickets", columns: CodingKeys.self) }
extension Goal: Record { package static let layout = RecordLayout("goals", columns: CodingKeys.self) }
extension Project: Record { package static let layout = RecordLayout("projects", columns: CodingKeys.self) }
extension ProjectTicket: Record { package static let layout = RecordLayout("project_tickets", columns: CodingKeys.self) }
extension Meeting: Record { package static let layout = RecordLayout("meetings", columns: CodingKeys.self) }
extension Embedding: Record { package static let layout = RecordLayout("embeddings", columns: CodingKeys.self) }
extension CopilotInsight: Record { package static let layout = RecordLayout("copilot_insights", columns: CodingKeys.self) }
extension CommandHistoryEntry: Record { package static let layout = RecordLayout("command_history", columns: CodingKeys.self) }
extension Extension: Record { package static let layout = RecordLayout("extensions", columns: CodingKeys.self) }
extension SkillAssignment: Record { package static let layout = RecordLayout("skill_assignments", columns: CodingKeys.self) }
extension AuthorityGrant: Record { package static let layout = RecordLayout("authority_grants", columns: CodingKeys.self) }
extension AuthorityRequest: Record { package static let layout = RecordLayout("authority_requests", columns: CodingKeys.self) }
extension MCPServer: Record { package static let layout = RecordLayout("mcp_servers", columns: CodingKeys.self) }
extension ToolCallRecord: Record { package static let layout = RecordLayout("tool_calls", columns: CodingKeys.self) }
extension BudgetPolicy: Record { package static let layout = RecordLayout("budget_policies", columns: CodingKeys.self) }
extension BudgetLedgerEntry: Record {
    package static let layout = RecordLayout("budget_ledger_entries", columns: CodingKeys.self)
}
extension ApprovalItem: Record { package static let layout = RecordLayout("approval_items", columns: CodingKeys.self) }
extension ApprovalDecision: Record { package static let layout = RecordLayout("approval_decisions", columns: CodingKeys.self) }
extension Artifact: Record { package static let layout = RecordLayout("artifacts", columns: CodingKeys.self) }
extension RuntimeProfile: Record { package static let layout = RecordLayout("runtime_profiles", columns: CodingKeys.self) }
extension EmployeeRuntimeBinding: Record {
    package static let layout = RecordLayout("employee_runtime_bindings", columns: CodingKeys.self)
}
extension RuntimeSession: Record { package static let layout = RecordLayout("runtime_sessions", columns: CodingKeys.self) }
extension RuntimeHeartbeat: Record { package static let layout = RecordLayout("runtime_heartbeats", columns: CodingKeys.self) }
extension Routine: Record { package static let layout = RecordLayout("routines", columns: CodingKeys.self) }
extension RoutineRun: Record { package static let layout = RecordLayout("routine_runs", columns: CodingKeys.self) }
extension WakeupRequest: Record { package static let layout = RecordLayout("agent_wakeup_requests", columns: CodingKeys.self) }
extension ScheduleItem: Record { package static let layout = RecordLayout("schedule_items", columns: CodingKeys.self) }
extension OrgEdge: Record { package static let layout = RecordLayout("org_edges", columns: CodingKeys.self) }
extension VaultFile: Record { package static let layout = RecordLayout("file_vault", columns: CodingKeys.self) }
extension TicketAttachment: Record { package static let layout = RecordLayout("ticket_attachments", columns: CodingKeys.self) }
extension ThreadDigest: Record { package static let layout = RecordLayout("thread_digests", columns: CodingKeys.self) }
extension RunCheckpoint: Record { package static let layout = RecordLayout("run_checkpoints", columns: CodingKeys.self) }
extension TicketCheckout: Record { package static let layout = RecordLayout("ticket_checkouts", columns: CodingKeys.self) }

extension ServerEpoch: Record { package static let layout = RecordLayout("server_epochs", columns: CodingKeys.self) }
extension TicketReview: Record { package static let layout = RecordLayout("ticket_reviews", columns: CodingKeys.self) }
extension Question: Record { package static let layout = RecordLayout("questions", columns: CodingKeys.self) }
extension RunAttempt: Record { package static let layout = RecordLayout("run_attempts", columns: CodingKeys.self) }
extension RunStep: Record { package static let layout = RecordLayout("run_steps", columns: CodingKeys.self) }
extension WorkSkip: Record { package static let layout = RecordLayout("work_skips", columns: CodingKeys.self) }
extension OperatorSighting: Record {
    package static let layout = RecordLayout("operator_sightings", columns: CodingKeys.self)
}
extension InboxSnooze: Record { package static let layout = RecordLayout("inbox_snoozes", columns: CodingKeys.self) }
extension SavedView: Record { package static let layout = RecordLayout("saved_views", columns: CodingKeys.self) }
extension OperatorPreferences: Record {
    package static let layout = RecordLayout("operator_preferences", columns: CodingKeys.self)
}
extension ThreadRead: Record { package static let layout = RecordLayout("thread_reads", columns: CodingKeys.self) }
extension WorkHold: Record { package static let layout = RecordLayout("work_holds", columns: CodingKeys.self) }
extension WorkStop: Record { package static let layout = RecordLayout("work_stops", columns: CodingKeys.self) }
extension Enquiry: Record { package static let layout = RecordLayout("enquiries", columns: CodingKeys.self) }
extension BudgetMonth: Record { package static let layout = RecordLayout("budget_periods", columns: CodingKeys.self) }
extension BudgetReservation: Record {
    package static let layout = RecordLayout("budget_reservations", columns: CodingKeys.self)
}
extension Guidance: Record { package static let layout = RecordLayout("run_guidance", columns: CodingKeys.self) }
extension Meeting.Turn: Record { package static let layout = RecordLayout("meeting_turns", columns: CodingKeys.self) }
extension SearchIndex: Record { package static let layout = RecordLayout("search_indexes", columns: CodingKeys.self) }
extension IndexEntry: Record { package static let layout = RecordLayout("index_queue", columns: CodingKeys.self) }
