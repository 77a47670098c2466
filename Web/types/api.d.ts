// The shapes of the API, made from its own description. Not written by hand: see the test of TypeDeclarations.

export type AssigneeSuggestion = {
  "employee_id": string;
  "is_free": boolean;
  "name": string;
  "open_tickets": number;
  "reasons": Array<string>;
  "title": string;
};

export type BudgetPolicy = {
  "auto_pause": boolean;
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "enabled": boolean;
  "hard_cap_usd": string;
  "id": string;
  "period": "monthly";
  "require_approval_above_usd"?: string | null;
  "scope_kind": "company" | "employee" | "runtime-profile" | "routine";
  "scope_ref_id": string;
  "updated_at": number;
  "warning_threshold_pct": number;
};

export type Company = {
  "client_key"?: string | null;
  "cloud_link_state": "unlinked" | "linked" | "error" | "linking" | "sync-paused" | "sync-degraded" | "unlinking";
  "cloud_tenant_id"?: string | null;
  "cloud_workspace_id"?: string | null;
  "company_origin_id"?: string | null;
  "created_at": number;
  "icon"?: string | null;
  "id": string;
  "last_snapshot_id"?: string | null;
  "last_sync_at"?: number | null;
  "last_sync_error"?: string | null;
  "last_synced_cursor"?: any;
  "linked_device_id"?: string | null;
  "name": string;
  "settings": any;
  "slug": string;
  "status": "running" | "meeting" | "paused" | "archived";
  "theme": "dark" | "light";
  "ticket_prefix"?: string | null;
  "workspace_origin_id"?: string | null;
};

export type ContextReport = {
  "blocks": Array<{
    "decision": "included" | "cut" | "dropped";
    "kind": "role" | "policy" | "cause" | "meeting" | "ticket" | "review" | "ancestry" | "parts" | "files" | "image" | "checkpoint" | "facts" | "digest" | "request" | "answer" | "announcements" | "message" | "questions" | "approvals" | "meetings" | "reports" | "manager" | "colleagues" | "retrieval" | "company" | "task";
    "origins": Array<{
      "id": string;
      "name"?: string | null;
      "table": string;
    }>;
    "priority": "critical" | "high" | "medium" | "low";
    "reason"?: "window" | "category-cap" | "irrelevant" | "empty" | "unsupported" | "too-large" | null;
    "text": string;
    "tokens": number;
    "whole": number;
  }>;
  "cause": "message" | "colleague_message" | "colleague_answered" | "mention" | "assignment" | "review_request" | "changes_requested" | "comment" | "children_done" | "dependency_cleared" | "question_answered" | "goal" | "routine" | "schedule" | "manual" | "meeting_turn" | "interjection" | "digest";
  "employee_id": string;
  "messages": Array<{
    "content": string;
    "role": string;
    "tool_call_id"?: string | null;
    "tool_calls": Array<{
      "arguments": string;
      "id": string;
      "name": string;
      "signature"?: string | null;
    }>;
    "tool_name"?: string | null;
  }>;
  "model": string;
  "provider": string;
  "reserves": {
    "output": number;
    "steps": number;
    "tools": number;
  };
  "system": string;
  "target": number;
  "tools": Array<{
    "description": string;
    "name": string;
    "parameters": any;
    "tokens": number;
  }>;
  "used": number;
  "wakeup_id"?: string | null;
  "window": number;
  "window_source": "provider" | "model" | "kind";
};

export type Counts = {
  "blocked_tickets": number;
  "budgets": number;
  "failed_work": number;
  "questions": number;
  "reviews": number;
  "unread_threads": number;
};

export type DeliverableStanding = "in_work" | "awaiting_review" | "accepted" | "sent_back" | "not_reviewed";

export type DigestView = {
  "estimated_tokens": number;
  "freshness": "fresh" | "stale" | "degraded";
  "is_queued": boolean;
  "last_summarized_message_id"?: string | null;
  "pinned_facts": Array<{
    "fact": string;
    "id": string;
    "source_message_id"?: string | null;
  }>;
  "summary": string;
  "thread_id": string;
  "unsummarised_messages": number;
  "updated_at"?: number | null;
};

export type Employee = {
  "avatar"?: string | null;
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "dismissed_at"?: number | null;
  "id": string;
  "is_system": boolean;
  "level": "Officer" | "Senior Management" | "Management" | "Supervisor" | "Lead" | "IC" | "system";
  "max_privacy_tier"?: "local" | "open-source-cloud" | "proprietary-cloud" | null;
  "model_pref"?: string | null;
  "name": string;
  "provider_pref"?: string | null;
  "role_id": string;
  "role_md_sha": string;
  "role_pack_id": string;
  "status": "idle" | "thinking" | "streaming" | "blocked" | "meeting" | "offline" | "fired" | "archived" | "error";
  "successor_id"?: string | null;
  "title": string;
  "tools_allowed": Array<string>;
  "tools_denied": Array<string>;
};

export type Error = {
  "error": {
    "code": string;
    "details": Record<string, any>;
    "message": string;
  };
};

export type Event = {
  "actor_id": string;
  "actor_kind": "user" | "employee" | "system" | "orchestrator" | "provider";
  "company_id": string;
  "created_at": number;
  "event_type": string;
  "hash": string;
  "id": string;
  "payload": any;
  "prev_hash": string;
  "seq": number;
};

export type Explanation = {
  "finding": {
    "action"?: {
      "command"?: string | null;
      "label": string;
      "method": string;
      "path": string;
    } | null;
    "message": string;
    "reason": string;
    "ref"?: string | null;
    "until"?: number | null;
  };
  "holds": Array<string>;
  "id": string;
  "kind": string;
  "state": string;
};

export type Fact = {
  "fact": string;
  "id": string;
  "source_message_id"?: string | null;
};

export type Finding = {
  "action"?: {
    "command"?: string | null;
    "label": string;
    "method": string;
    "path": string;
  } | null;
  "message": string;
  "reason": string;
  "ref"?: string | null;
  "until"?: number | null;
};

export type Goal = {
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "description": string;
  "id": string;
  "progress_pct": number;
  "status": "active" | "achieved" | "abandoned";
  "target_date"?: number | null;
  "title": string;
  "updated_at": number;
};

export type Guidance = {
  "author_id": string;
  "client_key"?: string | null;
  "company_id": string;
  "content": string;
  "created_at": number;
  "id": string;
  "message_id": string;
  "run_id": string;
  "settled_at"?: number | null;
  "status": "waiting" | "taken" | "message" | "dropped";
  "taken_run_id"?: string | null;
  "taken_step"?: number | null;
  "thread_id": string;
  "wakeup_id": string;
};

export type Hit = {
  "place": {
    "author"?: string | null;
    "created_at": number;
    "thread_id"?: string | null;
    "ticket_id"?: string | null;
    "ticket_number"?: number | null;
    "title": string;
  };
  "reason": "words" | "meaning" | "both";
  "score": number;
  "snippet": string;
  "source_id": string;
  "source_type": "message" | "ticket" | "vault_file" | "meeting_minutes" | "goal" | "project";
};

export type InboxItem = {
  "detail"?: string | null;
  "employee_id"?: string | null;
  "id": string;
  "kind": "question" | "review" | "budget" | "blocked_ticket" | "failed_work" | "unread_thread";
  "options": Array<string>;
  "question_kind"?: "text" | "choice" | "approval" | "file" | null;
  "since": number;
  "thread_id"?: string | null;
  "ticket_id"?: string | null;
  "ticket_number"?: number | null;
  "title": string;
  "unread"?: number | null;
};

export type IndexFigures = {
  "chunks": number;
  "last_sequence": number;
  "pending": number;
  "sources": number;
  "stale": number;
};

export type Meeting = {
  "action_items": Array<{
    "assigneeId"?: string | null;
    "declinedAt"?: number | null;
    "description"?: string | null;
    "dueAt"?: number | null;
    "priority"?: "low" | "medium" | "high" | "critical" | null;
    "ticketId"?: string | null;
    "title": string;
  }>;
  "active_in"?: string | null;
  "agenda": string;
  "attendees": Array<string>;
  "chair_id": string;
  "client_key"?: string | null;
  "closing_words"?: string | null;
  "company_id": string;
  "cost_usd": string;
  "deadline_at"?: number | null;
  "decisions": Array<{
    "at": number;
    "text": string;
  }>;
  "departures": Array<{
    "at": number;
    "employee_id": string;
    "name": string;
    "reason": string;
    "returned_at"?: number | null;
  }>;
  "end_reason"?: "completed" | "person" | "turns" | "minutes" | "cost" | "failures" | "deserted" | null;
  "ended_at"?: number | null;
  "goal_id"?: string | null;
  "id": string;
  "is_end_wanted": boolean;
  "limits": {
    "cost_usd"?: string | null;
    "minutes"?: number | null;
    "rounds"?: number | null;
    "turns"?: number | null;
  };
  "minutes_file_id"?: string | null;
  "minutes_md"?: string | null;
  "mode": "round-robin" | "chair-directed" | "freeform";
  "phase": "opening" | "discussion" | "positions" | "closing" | "ended";
  "positions": Array<{
    "employee_id": string;
    "reason": string;
    "stance": "agree" | "disagree" | "abstain";
  }>;
  "requests": Array<{
    "employee_id"?: string | null;
    "message_id"?: string | null;
    "question"?: string | null;
  }>;
  "round": number;
  "speaker_id"?: string | null;
  "started_at": number;
  "status": "active" | "ended";
  "thread_id": string;
  "tickets_at_once": boolean;
  "turns_used": number;
};

export type Message = {
  "author_id": string;
  "author_kind": "user" | "employee" | "system";
  "client_key"?: string | null;
  "content": string;
  "created_at": number;
  "file_ids"?: Array<string> | null;
  "id": string;
  "is_agent_initiated": boolean;
  "parent_id"?: string | null;
  "run_id"?: string | null;
  "superseded_at"?: number | null;
  "superseded_by"?: string | null;
  "thread_id": string;
  "tool_calls"?: any;
};

export type Project = {
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "description": string;
  "goal_id"?: string | null;
  "id": string;
  "lead_id"?: string | null;
  "priority": "low" | "medium" | "high" | "critical";
  "status": "planning" | "active" | "completed" | "archived";
  "target_date"?: number | null;
  "title": string;
  "updated_at": number;
};

export type Provider = {
  "config": any;
  "enabled": boolean;
  "id": string;
  "kind": "anthropic" | "openai" | "google" | "openrouter" | "groq" | "together" | "fireworks" | "ollama" | "openai-compatible" | "practice";
  "name": string;
  "privacy_tier": "local" | "open-source-cloud" | "proprietary-cloud";
};

export type ProviderCheck = {
  "models": Array<string>;
  "problem"?: string | null;
  "reachable": boolean;
};

export type Question = {
  "answer"?: string | null;
  "answered_at"?: number | null;
  "answered_by"?: string | null;
  "comment"?: string | null;
  "company_id": string;
  "created_at": number;
  "employee_id": string;
  "id": string;
  "kind": "text" | "choice" | "approval" | "file";
  "options": Array<string>;
  "prompt": string;
  "run_id"?: string | null;
  "status": "open" | "answered" | "cancelled";
  "thread_id"?: string | null;
  "ticket_id"?: string | null;
};

export type Routine = {
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "enabled": boolean;
  "id": string;
  "last_run_at"?: number | null;
  "last_run_message"?: string | null;
  "last_run_status": "never" | "running" | "success" | "error";
  "name": string;
  "next_run_at"?: number | null;
  "put_off_for"?: number | null;
  "schedule": {
    "anchorAt"?: number | null;
    "dayOfWeek"?: number | null;
    "daysOfWeek"?: Array<number> | null;
    "intervalMinutes"?: number | null;
    "timeOfDay"?: string | null;
    "triggerKind"?: "interval" | "daily" | "weekly" | null;
    "tz"?: string | null;
  } | null;
  "slug": string;
  "trigger_kind": "interval" | "daily" | "weekly";
  "updated_at": number;
  "work_config": {
    "assigneeId"?: string | null;
    "description"?: string | null;
    "labels"?: Array<string> | null;
    "overlap"?: "skip" | "queue" | null;
    "priority"?: "low" | "medium" | "high" | "critical" | null;
    "title"?: string | null;
  } | null;
  "work_kind": "ticket";
};

export type RoutineRun = {
  "client_key"?: string | null;
  "company_id": string;
  "error_message"?: string | null;
  "finished_at"?: number | null;
  "id": string;
  "message"?: string | null;
  "reason": "scheduled" | "manual";
  "routine_id": string;
  "scheduled_for"?: number | null;
  "started_at": number;
  "status": "running" | "success" | "error";
  "ticket_id"?: string | null;
  "work_kind": "ticket";
};

export type Run = {
  "attempt": number;
  "company_id"?: string | null;
  "completion_tokens": number;
  "context"?: {
    "blocks": Array<{
      "count": number;
      "decision": "included" | "cut" | "dropped";
      "kind": "role" | "policy" | "cause" | "meeting" | "ticket" | "review" | "ancestry" | "parts" | "files" | "image" | "checkpoint" | "facts" | "digest" | "request" | "answer" | "announcements" | "message" | "questions" | "approvals" | "meetings" | "reports" | "manager" | "colleagues" | "retrieval" | "company" | "task";
      "reason"?: "window" | "category-cap" | "irrelevant" | "empty" | "unsupported" | "too-large" | null;
      "tokens": number;
    }>;
    "output": number;
    "resume_origin"?: {
      "checkpointId": string;
      "checkpointKind": "manual" | "completion" | "stopped" | "timeout" | "approval-blocked" | "budget-blocked" | "routine-completed";
      "createdAt"?: number | null;
    } | null;
    "source": "provider" | "model" | "kind";
    "target": number;
    "tools": number;
    "used": number;
    "window": number;
  } | null;
  "cost_kind": "billed" | "notional" | "unknown";
  "cost_usd": string;
  "employee_id": string;
  "ended_at"?: number | null;
  "error"?: string | null;
  "error_class"?: string | null;
  "id": string;
  "kind": "work" | "agentic" | "copilot";
  "latency_ms": number;
  "lease_epoch": number;
  "model": string;
  "price_known": boolean;
  "prompt_tokens": number;
  "provider": string;
  "provider_id"?: string | null;
  "started_at": number;
  "status": "running" | "success" | "error" | "cancelled";
  "streaming_since"?: number | null;
  "thread_id"?: string | null;
  "ticket_id"?: string | null;
  "tool_calls_count": number;
  "wakeup_id"?: string | null;
};

export type RunAttempt = {
  "error": string;
  "error_class": string;
  "failed_at": number;
  "model": string;
  "next_provider_id": string;
  "place": number;
  "provider": string;
  "provider_id": string;
  "run_id": string;
  "step": number;
};

export type RunCheckpoint = {
  "active_artifact_refs": Array<string>;
  "blockers": Array<{
    "kind": "approval" | "budget" | "authority" | "provider" | "dependency" | "operator" | "other";
    "refId"?: string | null;
    "summary": string;
  }>;
  "checkpoint_kind": "manual" | "completion" | "stopped" | "timeout" | "approval-blocked" | "budget-blocked" | "routine-completed";
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "employee_id"?: string | null;
  "id": string;
  "next_action"?: string | null;
  "objective"?: string | null;
  "progress_summary": string;
  "resume_origin"?: {
    "checkpointId": string;
    "checkpointKind": "manual" | "completion" | "stopped" | "timeout" | "approval-blocked" | "budget-blocked" | "routine-completed";
    "createdAt"?: number | null;
  } | null;
  "resumed_at"?: number | null;
  "run_id"?: string | null;
  "thread_id": string;
  "unresolved_approval_refs": Array<string>;
  "wakeup_id"?: string | null;
};

export type RunStep = {
  "cache_read_tokens": number;
  "completion_tokens": number;
  "cost_kind": "billed" | "notional" | "unknown";
  "cost_usd": string;
  "ended_at": number;
  "finish_reason"?: "stop" | "tool_calls" | "length" | "content_filter" | null;
  "model": string;
  "prompt_tokens": number;
  "provider": string;
  "provider_id"?: string | null;
  "results": Array<Record<string, any>>;
  "run_id": string;
  "started_at": number;
  "step": number;
  "text": string;
  "tool_calls": Array<{
    "arguments": string;
    "id": string;
    "name": string;
    "signature"?: string | null;
  }>;
  "wakeup_id"?: string | null;
};

export type SavedView = {
  "company_id": string;
  "created_at": number;
  "id": string;
  "name": string;
  "operator_id": string;
  "page": string;
  "query": string;
  "updated_at": number;
};

export type ScheduleItem = {
  "assignee_id"?: string | null;
  "client_key"?: string | null;
  "company_id": string;
  "completed_at"?: number | null;
  "created_at": number;
  "created_by_id": string;
  "created_by_kind": "user" | "employee" | "system";
  "description": string;
  "ends_at"?: number | null;
  "goal_id"?: string | null;
  "id": string;
  "kind": "task" | "deadline" | "milestone" | "reminder";
  "priority": "low" | "medium" | "high" | "critical";
  "project_id"?: string | null;
  "reminder_at"?: number | null;
  "source_id"?: string | null;
  "source_kind": "manual" | "ticket_due" | "project_due" | "goal_due";
  "starts_at": number;
  "status": "scheduled" | "completed" | "cancelled";
  "ticket_id"?: string | null;
  "title": string;
  "updated_at": number;
  "wakeup_request_id"?: string | null;
};

export type Thread = {
  "archived_at"?: number | null;
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "created_by": string;
  "forked_from_message_id"?: string | null;
  "forked_from_thread_id"?: string | null;
  "has_memory": boolean;
  "id": string;
  "kind": "dm" | "group" | "meeting" | "ticket" | "broadcast" | "proactive";
  "last_message_at"?: number | null;
  "subject"?: string | null;
  "ticket_id"?: string | null;
  "unsummarised_messages": number;
  "unsummarised_tokens": number;
};

export type ThreadMember = {
  "member_id": string;
  "member_kind": "user" | "employee";
  "role_in_thread"?: string | null;
  "thread_id": string;
};

export type Ticket = {
  "assignee_id"?: string | null;
  "blocked_by"?: string | null;
  "blocked_reason"?: string | null;
  "client_key"?: string | null;
  "closed_at"?: number | null;
  "company_id": string;
  "created_at": number;
  "dependencies": Array<string>;
  "description": string;
  "due_at"?: number | null;
  "goal_id"?: string | null;
  "id": string;
  "labels": Array<string>;
  "number"?: number | null;
  "parent_ticket_id"?: string | null;
  "priority": "low" | "medium" | "high" | "critical";
  "reporter_id": string;
  "reporter_kind": "user" | "employee" | "system";
  "revision": number;
  "sla_hours"?: number | null;
  "status": "open" | "in-progress" | "blocked" | "done";
  "thread_id"?: string | null;
  "title": string;
  "updated_at": number;
};

export type TicketReview = {
  "comment"?: string | null;
  "company_id": string;
  "created_at": number;
  "files": Array<string>;
  "id": string;
  "requested_by": string;
  "resolved_at"?: number | null;
  "result": string;
  "reviewer_id": string;
  "round": number;
  "status": "pending" | "approved" | "changes_requested" | "cancelled";
  "ticket_id": string;
};

export type ToolCallRecord = {
  "created_at": number;
  "error"?: string | null;
  "id": string;
  "input": any;
  "latency_ms": number;
  "mcp_server_id"?: string | null;
  "output"?: any;
  "run_id": string;
  "status": "success" | "error" | "denied";
  "tool_name": string;
};

export type Turn = {
  "answers_id"?: string | null;
  "closes_discussion": boolean;
  "company_id": string;
  "employee_id": string;
  "ended_at"?: number | null;
  "gives_question"?: string | null;
  "gives_to"?: string | null;
  "id": string;
  "is_pass": boolean;
  "meeting_id": string;
  "message_id"?: string | null;
  "number": number;
  "phase": "opening" | "discussion" | "positions" | "closing" | "ended";
  "question"?: string | null;
  "reason": "opens" | "round" | "directs" | "floor" | "least_heard" | "bid" | "interjection" | "called_on" | "position" | "closes";
  "round": number;
  "run_id"?: string | null;
  "started_at": number;
  "status": "speaking" | "spoken" | "passed" | "failed" | "stopped" | "skipped";
  "wakeup_id"?: string | null;
};

export type VaultFile = {
  "client_key"?: string | null;
  "company_id": string;
  "created_at": number;
  "extracted_text"?: string | null;
  "filename": string;
  "id": string;
  "mime_type": string;
  "original_name": string;
  "sha256": string;
  "size_bytes": number;
  "tags": Array<string>;
  "updated_at": number;
  "uploaded_by": string;
  "vault_path": string;
};

export type WakeupRequest = {
  "agent_id": string;
  "attempt_count": number;
  "cause": "message" | "colleague_message" | "colleague_answered" | "mention" | "assignment" | "review_request" | "changes_requested" | "comment" | "children_done" | "dependency_cleared" | "question_answered" | "goal" | "routine" | "schedule" | "manual" | "meeting_turn" | "interjection" | "digest";
  "cause_chain": Array<string>;
  "company_id": string;
  "completed_at"?: number | null;
  "context": any;
  "created_at": number;
  "dedupe_key"?: string | null;
  "failure_count": number;
  "fence": number;
  "id": string;
  "last_error"?: string | null;
  "lease_expires_at"?: number | null;
  "lease_owner"?: number | null;
  "max_attempts": number;
  "next_retry_at"?: number | null;
  "priority": number;
  "provider_id"?: string | null;
  "provider_pref": string;
  "result"?: any;
  "root_id"?: string | null;
  "scheduled_for": number;
  "started_at"?: number | null;
  "status": "pending" | "processing" | "completed" | "failed" | "cancelled";
  "thread_id"?: string | null;
  "ticket_id"?: string | null;
  "trigger_id"?: string | null;
  "trigger_type": "routine" | "ticket_assigned" | "schedule" | "manual" | "goal_decomposed";
  "updated_at": number;
};

export type WorkHold = {
  "company_id": string;
  "employee_id"?: string | null;
  "id": string;
  "note"?: string | null;
  "placed_at": number;
  "placed_by": string;
  "reason": "user" | "meeting" | "budget" | "quiet_hours" | "archived";
  "ref_id"?: string | null;
};

export type WorkSkip = {
  "cause": "message" | "colleague_message" | "colleague_answered" | "mention" | "assignment" | "review_request" | "changes_requested" | "comment" | "children_done" | "dependency_cleared" | "question_answered" | "goal" | "routine" | "schedule" | "manual" | "meeting_turn" | "interjection" | "digest";
  "company_id": string;
  "count": number;
  "employee_id": string;
  "first_at": number;
  "last_at": number;
  "reason": "deduplicated" | "known" | "causal_loop" | "ping_pong" | "chatter" | "work_limit" | "company_paused" | "employee_paused" | "meeting" | "budget" | "quiet_hours" | "archived" | "departed" | "observer" | "crowd" | "previous_open" | "missed";
  "subject_id": string;
  "told_at": number;
};

/** What each route answers with when all is well. */
export interface Answers {
  "GET /api/companies": {
    "items": Array<Company>;
    "next": any;
  };
  "POST /api/companies": Company;
  "GET /api/companies/{company}": Company & {
    "completion_tokens": number;
    "cost_usd": string;
    "counts": {
      "employees": number;
      "events": number;
      "files": number;
      "runs": number;
      "tickets_done": number;
      "tickets_open": number;
    };
    "notional_usd": string;
    "prompt_tokens": number;
    "unknown_calls": number;
  };
  "PATCH /api/companies/{company}": Company;
  "POST /api/companies/{company}/archive": Company;
  "GET /api/companies/{company}/budgets": {
    "items": Array<BudgetPolicy & {
      "alert_level": string;
      "is_holding": boolean;
      "notional_usd": string | null;
      "period_end": number;
      "period_start": number;
      "remaining_usd": string;
      "reserved_usd": string;
      "spent_usd": string;
      "unknown_calls": number;
      "warning_spend_usd": string;
    }>;
    "next": any;
  };
  "POST /api/companies/{company}/budgets": BudgetPolicy & {
    "alert_level": string;
    "is_holding": boolean;
    "notional_usd": string | null;
    "period_end": number;
    "period_start": number;
    "remaining_usd": string;
    "reserved_usd": string;
    "spent_usd": string;
    "unknown_calls": number;
    "warning_spend_usd": string;
  };
  "DELETE /api/companies/{company}/budgets/{budget}": BudgetPolicy;
  "GET /api/companies/{company}/budgets/{budget}": BudgetPolicy & {
    "alert_level": string;
    "is_holding": boolean;
    "notional_usd": string | null;
    "period_end": number;
    "period_start": number;
    "remaining_usd": string;
    "reserved_usd": string;
    "spent_usd": string;
    "unknown_calls": number;
    "warning_spend_usd": string;
  };
  "PATCH /api/companies/{company}/budgets/{budget}": BudgetPolicy & {
    "alert_level": string;
    "is_holding": boolean;
    "notional_usd": string | null;
    "period_end": number;
    "period_start": number;
    "remaining_usd": string;
    "reserved_usd": string;
    "spent_usd": string;
    "unknown_calls": number;
    "warning_spend_usd": string;
  };
  "GET /api/companies/{company}/checkpoints": {
    "items": Array<RunCheckpoint>;
    "next": any;
  };
  "GET /api/companies/{company}/checkpoints/{checkpoint}": RunCheckpoint;
  "POST /api/companies/{company}/checkpoints/{checkpoint}/resume": WakeupRequest;
  "GET /api/companies/{company}/deliverables": {
    "counts": {
      "accepted": number;
      "awaiting_review": number;
      "in_work": number;
      "not_reviewed": number;
      "sent_back": number;
    } | null;
    "items": Array<{
      "attached_at": number;
      "author": string | null;
      "author_id": string;
      "file": {
        "id": string;
        "mime_type": string;
        "original_name": string;
        "size_bytes": number;
      };
      "id": string;
      "review": TicketReview & {
        "reviewer": string | null;
      } | null;
      "standing": DeliverableStanding;
      "ticket": {
        "id": string;
        "key": string;
        "title": string;
      };
    }>;
    "next": string | null;
  };
  "GET /api/companies/{company}/employees": {
    "items": Array<Employee>;
    "next": any;
  };
  "POST /api/companies/{company}/employees": Employee;
  "GET /api/companies/{company}/employees/{employee}": Employee & {
    "manager_id": string | null;
    "report_ids": Array<string>;
  };
  "PATCH /api/companies/{company}/employees/{employee}": Employee;
  "POST /api/companies/{company}/employees/{employee}/dismiss": Employee;
  "PUT /api/companies/{company}/employees/{employee}/manager": Employee;
  "PUT /api/companies/{company}/employees/{employee}/model": Employee;
  "POST /api/companies/{company}/employees/{employee}/pause": Employee;
  "POST /api/companies/{company}/employees/{employee}/resume": Employee;
  "POST /api/companies/{company}/employees/{employee}/stop": {
    "cancelled": number;
    "stopping": number;
  };
  "POST /api/companies/{company}/employees/{employee}/thread": Thread;
  "POST /api/companies/{company}/employees/{employee}/wake": {
    "queued": boolean;
    "work": WakeupRequest | null;
  };
  "GET /api/companies/{company}/events": {
    "items": Array<Event>;
    "next": any;
  };
  "GET /api/companies/{company}/events/verification": {
    "count": number;
    "flaw": any | null;
  };
  "GET /api/companies/{company}/files": {
    "items": Array<VaultFile & {
      "ticket": {
        "id": string;
        "key": string;
        "title": string;
      } | null;
    } | {
      "file": VaultFile & {
        "ticket": {
          "id": string;
          "key": string;
          "title": string;
        } | null;
      };
      "snippet": string;
    }>;
    "next": any;
  };
  "POST /api/companies/{company}/files": VaultFile;
  "GET /api/companies/{company}/files/{file}": VaultFile & {
    "ticket": {
      "id": string;
      "key": string;
      "title": string;
    } | null;
  };
  "GET /api/companies/{company}/floor": {
    "burn": {
      "cap": string | null;
      "month": string;
      "per_hour": string;
    };
    "company": {
      "id": string;
      "name": string;
      "paused": {
        "at": number;
        "by": string;
        "note": string | null;
        "reason": string;
      } | null;
      "slug": string;
      "status": string;
      "ticket_prefix": string | null;
    };
    "needs_you": {
      "count": number;
      "items": Array<InboxItem & {
        "action": {
          "method": string;
          "path": string;
          "verb": string;
        };
        "age_seconds": number;
        "employee": string | null;
        "until": number | null;
      }>;
    };
    "now": number;
    "people": Array<{
      "id": string;
      "idle_reason"?: string;
      "last_done"?: {
        "at": number;
        "key"?: string;
        "outcome": string;
        "title"?: string;
      };
      "level": string;
      "manager_id"?: string;
      "name": string;
      "run"?: {
        "cost": string;
        "id": string;
        "started_at": number;
        "tail"?: string;
        "tokens": number;
      };
      "since": number;
      "status": string;
      "ticket"?: {
        "id": string;
        "key": string;
        "title": string;
      };
      "title": string;
      "waiting"?: {
        "action"?: {
          "label": string;
          "method": string;
          "path": string;
        };
        "reason": string;
        "text": string;
        "until"?: number;
      };
    }>;
    "queue": {
      "running": number;
      "waiting": number;
    };
    "seq": number;
    "since_you_left": {
      "decisions_waiting": number;
      "failures": number;
      "questions_asked": number;
      "seq": number;
      "since": number;
      "spent": string;
      "tickets_done": number;
    } | null;
  };
  "GET /api/companies/{company}/goals": {
    "items": Array<Goal>;
    "next": any;
  };
  "POST /api/companies/{company}/goals": Goal;
  "GET /api/companies/{company}/goals/{goal}": Goal & {
    "tickets": Array<Ticket>;
  };
  "PATCH /api/companies/{company}/goals/{goal}": Goal;
  "GET /api/companies/{company}/holds": {
    "items": Array<WorkHold>;
    "next": any;
  };
  "GET /api/companies/{company}/inbox": {
    "items": Array<InboxItem & {
      "action": {
        "method": string;
        "path": string;
        "verb": string;
      };
      "age_seconds": number;
      "employee": string | null;
      "until": number | null;
    }>;
    "next": any;
  };
  "GET /api/companies/{company}/inbox/counts": Counts & {
    "total": number;
  };
  "DELETE /api/companies/{company}/inbox/{matter}/done": {
    "id": string;
    "is_done": boolean;
  };
  "PUT /api/companies/{company}/inbox/{matter}/done": {
    "id": string;
    "is_done": boolean;
  };
  "PUT /api/companies/{company}/inbox/{matter}/snooze": {
    "id": string;
    "until": number | null;
  };
  "GET /api/companies/{company}/index": IndexFigures & {
    "embedder": {
      "model": string;
      "provider": string | null;
    };
    "error": string | null;
    "failures": number;
    "indexed_at": number | null;
    "position": number;
    "remark": string | null;
    "retry_at": number | null;
  };
  "POST /api/companies/{company}/index/rebuild": IndexFigures & {
    "embedder": {
      "model": string;
      "provider": string | null;
    };
    "error": string | null;
    "failures": number;
    "indexed_at": number | null;
    "position": number;
    "remark": string | null;
    "retry_at": number | null;
  };
  "GET /api/companies/{company}/ledger": {
    "items": Array<{
      "amount_usd": string | null;
      "billed_calls": number;
      "budget_policy_id": string | null;
      "company_id": string;
      "created_at": number;
      "employee_id": string;
      "id": string;
      "model": string;
      "notional_calls": number;
      "notional_usd": string | null;
      "occurred_at": number;
      "provider": string;
      "routine_id": string | null;
      "run_id": string;
      "run_kind": string;
      "runtime_profile_id": string | null;
      "scope_kind": string;
      "scope_ref_id": string;
      "thread_id": string | null;
      "unknown_calls": number;
    }>;
    "next": any;
  };
  "GET /api/companies/{company}/meetings": {
    "items": Array<Meeting>;
    "next": any;
  };
  "POST /api/companies/{company}/meetings": Meeting;
  "GET /api/companies/{company}/meetings/{meeting}": Meeting & {
    "messages": Array<Message>;
    "turns": Array<Turn>;
  };
  "POST /api/companies/{company}/meetings/{meeting}/action-items/confirm": {
    "items": Array<Ticket>;
    "next": any;
  };
  "PATCH /api/companies/{company}/meetings/{meeting}/action-items/{item}": Meeting;
  "POST /api/companies/{company}/meetings/{meeting}/action-items/{item}/confirm": Ticket;
  "POST /api/companies/{company}/meetings/{meeting}/call-on": Meeting;
  "POST /api/companies/{company}/meetings/{meeting}/end": Meeting;
  "POST /api/companies/{company}/meetings/{meeting}/interject": Message;
  "GET /api/companies/{company}/messages/search": {
    "items": Array<{
      "author": string | null;
      "message": Message;
      "snippet": string;
      "thread": Thread;
    }>;
    "next": any;
  };
  "GET /api/companies/{company}/org": {
    "roots": Array<any>;
  };
  "POST /api/companies/{company}/pause": Company;
  "GET /api/companies/{company}/projects": {
    "items": Array<Project>;
    "next": any;
  };
  "POST /api/companies/{company}/projects": Project;
  "GET /api/companies/{company}/projects/{project}": Project & {
    "tickets": Array<Ticket>;
  };
  "PATCH /api/companies/{company}/projects/{project}": Project;
  "PUT /api/companies/{company}/projects/{project}/tickets/{ticket}": Project & {
    "tickets": Array<Ticket>;
  };
  "GET /api/companies/{company}/questions": {
    "items": Array<Question>;
    "next": any;
  };
  "GET /api/companies/{company}/questions/{question}": Question;
  "PUT /api/companies/{company}/questions/{question}/answer": Question;
  "PUT /api/companies/{company}/questions/{question}/withdrawal": Question;
  "GET /api/companies/{company}/queue": {
    "items": Array<WakeupRequest & {
      "position": number;
      "waits_for": Finding | null;
    }>;
    "next": any;
  };
  "GET /api/companies/{company}/queue/skips": {
    "items": Array<WorkSkip>;
    "next": any;
  };
  "DELETE /api/companies/{company}/queue/{work}": WakeupRequest;
  "POST /api/companies/{company}/queue/{work}/run": WakeupRequest;
  "POST /api/companies/{company}/queue/{work}/up": WakeupRequest;
  "POST /api/companies/{company}/restore": Company;
  "POST /api/companies/{company}/resume": Company;
  "GET /api/companies/{company}/routines": {
    "items": Array<Routine & {
      "broken": string | null;
    }>;
    "next": any;
  };
  "POST /api/companies/{company}/routines": Routine & {
    "broken": string | null;
  };
  "DELETE /api/companies/{company}/routines/{routine}": Routine & {
    "broken": string | null;
  };
  "GET /api/companies/{company}/routines/{routine}": Routine & {
    "broken": string | null;
  };
  "PATCH /api/companies/{company}/routines/{routine}": Routine & {
    "broken": string | null;
  };
  "POST /api/companies/{company}/routines/{routine}/run": RoutineRun;
  "GET /api/companies/{company}/routines/{routine}/runs": {
    "items": Array<RoutineRun>;
    "next": any;
  };
  "GET /api/companies/{company}/runs": {
    "items": Array<Run & {
      "outcome": string;
      "stop_reason": string | null;
    }>;
    "next": any;
  };
  "GET /api/companies/{company}/runs/{run}": Run & {
    "attempts": Array<RunAttempt>;
    "guidance": Array<Guidance>;
    "outcome": string;
    "steps": Array<RunStep>;
    "stop_reason": string | null;
    "tool_calls": Array<ToolCallRecord>;
  };
  "POST /api/companies/{company}/runs/{run}/guidance": Guidance;
  "POST /api/companies/{company}/runs/{run}/stop": Run;
  "GET /api/companies/{company}/schedule": {
    "items": Array<ScheduleItem>;
    "next": any;
  };
  "POST /api/companies/{company}/schedule": ScheduleItem;
  "DELETE /api/companies/{company}/schedule/{entry}": ScheduleItem;
  "GET /api/companies/{company}/schedule/{entry}": ScheduleItem;
  "PATCH /api/companies/{company}/schedule/{entry}": ScheduleItem;
  "POST /api/companies/{company}/schedule/{entry}/cancel": ScheduleItem;
  "POST /api/companies/{company}/schedule/{entry}/complete": ScheduleItem;
  "GET /api/companies/{company}/search": {
    "items": Array<Hit>;
    "next": string | null;
    "remark": string | null;
  };
  "PUT /api/companies/{company}/seen": {
    "seen_at": number;
    "seq": number;
  };
  "GET /api/companies/{company}/spending": {
    "active_count": number;
    "budgets": Array<BudgetPolicy & {
      "alert_level": string;
      "is_holding": boolean;
      "notional_usd": string | null;
      "period_end": number;
      "period_start": number;
      "remaining_usd": string;
      "reserved_usd": string;
      "spent_usd": string;
      "unknown_calls": number;
      "warning_spend_usd": string;
    }>;
    "company_id": string;
    "exceeded_count": number;
    "notional_usd": string | null;
    "period": string;
    "period_end": number;
    "period_start": number;
    "providers": Array<{
      "amount_usd": string | null;
      "billed_calls": number;
      "name": string;
      "notional_calls": number;
      "notional_usd": string | null;
      "provider": string;
      "provider_id": string | null;
      "unknown_calls": number;
    }>;
    "spent_usd": string;
    "unknown_calls": number;
    "warning_count": number;
  };
  "GET /api/companies/{company}/threads": {
    "items": Array<Thread & {
      "last_message": {
        "at": number;
        "author": string | null;
        "author_id": string;
        "id": string;
        "text": string;
      } | null;
      "meeting": {
        "id": string;
        "subject": string;
      } | null;
      "members": Array<ThreadMember & {
        "name": string | null;
      }>;
      "name": string;
      "ticket": {
        "id": string;
        "key": string;
        "title": string;
      } | null;
      "unread": number;
    }>;
    "next": any;
  };
  "POST /api/companies/{company}/threads": Thread;
  "GET /api/companies/{company}/threads/{thread}": Thread & {
    "last_message": {
      "at": number;
      "author": string | null;
      "author_id": string;
      "id": string;
      "text": string;
    } | null;
    "meeting": {
      "id": string;
      "subject": string;
    } | null;
    "members": Array<ThreadMember & {
      "name": string | null;
    }>;
    "name": string;
    "read_up_to": string | null;
    "ticket": {
      "id": string;
      "key": string;
      "title": string;
    } | null;
    "unread": number;
  };
  "PATCH /api/companies/{company}/threads/{thread}": Thread;
  "GET /api/companies/{company}/threads/{thread}/checkpoints": {
    "items": Array<RunCheckpoint>;
    "next": any;
  };
  "POST /api/companies/{company}/threads/{thread}/checkpoints": RunCheckpoint;
  "GET /api/companies/{company}/threads/{thread}/context": ContextReport;
  "GET /api/companies/{company}/threads/{thread}/digest": DigestView;
  "PUT /api/companies/{company}/threads/{thread}/digest": DigestView;
  "POST /api/companies/{company}/threads/{thread}/digest/facts": Fact;
  "PUT /api/companies/{company}/threads/{thread}/digest/facts": DigestView;
  "DELETE /api/companies/{company}/threads/{thread}/digest/facts/{fact}": DigestView;
  "PUT /api/companies/{company}/threads/{thread}/digest/facts/{fact}": Fact;
  "POST /api/companies/{company}/threads/{thread}/digest/refresh": DigestView;
  "POST /api/companies/{company}/threads/{thread}/fork": Thread;
  "GET /api/companies/{company}/threads/{thread}/members": {
    "items": Array<ThreadMember>;
    "next": any;
  };
  "DELETE /api/companies/{company}/threads/{thread}/members/{member}": {
    "items": Array<ThreadMember>;
    "next": any;
  };
  "PUT /api/companies/{company}/threads/{thread}/members/{member}": ThreadMember;
  "GET /api/companies/{company}/threads/{thread}/messages": {
    "items": Array<Message & {
      "attachments": Array<{
        "file_id": string;
        "mime_type": string;
        "name": string;
        "size_bytes": number;
      }>;
    }>;
    "next": string | null;
    "previous": string | null;
  };
  "POST /api/companies/{company}/threads/{thread}/messages": Message & {
    "attachments": Array<{
      "file_id": string;
      "mime_type": string;
      "name": string;
      "size_bytes": number;
    }>;
    "departed": Array<{
      "employee_id": string;
      "sentence": string;
    }>;
    "unknown_names": Array<string>;
    "woken": Array<{
      "employee_id": string;
      "name": string | null;
      "waits_for": Finding | null;
    }>;
  };
  "PUT /api/companies/{company}/threads/{thread}/messages/{message}": Message;
  "POST /api/companies/{company}/threads/{thread}/messages/{message}/regenerate": Message;
  "PUT /api/companies/{company}/threads/{thread}/read": {
    "message_id": string | null;
    "thread_id": string;
    "unread": number;
  };
  "POST /api/companies/{company}/threads/{thread}/stop": {
    "cancelled": number;
    "stopping": number;
  };
  "GET /api/companies/{company}/tickets": {
    "items": Array<Ticket & {
      "key": string | null;
      "review": TicketReview | null;
    }>;
    "next": any;
  };
  "POST /api/companies/{company}/tickets": Ticket;
  "GET /api/companies/{company}/tickets/{ticket}": Ticket & {
    "children": Array<Ticket>;
    "files": Array<VaultFile>;
    "holds": Array<Ticket>;
    "key": string | null;
    "messages": Array<Message & {
      "attachments": Array<{
        "file_id": string;
        "mime_type": string;
        "name": string;
        "size_bytes": number;
      }>;
    }>;
    "parent": Ticket | null;
    "review": TicketReview | null;
    "waits_for": Array<Ticket>;
  };
  "PATCH /api/companies/{company}/tickets/{ticket}": Ticket;
  "DELETE /api/companies/{company}/tickets/{ticket}/assignee": Ticket;
  "PUT /api/companies/{company}/tickets/{ticket}/assignee": Ticket;
  "DELETE /api/companies/{company}/tickets/{ticket}/block": Ticket;
  "PUT /api/companies/{company}/tickets/{ticket}/block": Ticket;
  "DELETE /api/companies/{company}/tickets/{ticket}/closure": Ticket;
  "PUT /api/companies/{company}/tickets/{ticket}/closure": Ticket;
  "POST /api/companies/{company}/tickets/{ticket}/comments": Message & {
    "attachments": Array<{
      "file_id": string;
      "mime_type": string;
      "name": string;
      "size_bytes": number;
    }>;
  };
  "POST /api/companies/{company}/tickets/{ticket}/review": Ticket;
  "GET /api/companies/{company}/tickets/{ticket}/suggestions": {
    "items": Array<AssigneeSuggestion>;
    "next": any;
  };
  "GET /api/companies/{company}/tool_calls": {
    "items": Array<ToolCallRecord>;
    "next": any;
  };
  "GET /api/companies/{company}/usage": {
    "by": string;
    "from": number | null;
    "items": Array<{
      "billed": {
        "amount_usd": string | null;
        "cached_tokens": number;
        "calls": number;
        "completion_tokens": number;
        "prompt_tokens": number;
      };
      "key": string;
      "name": string;
      "notional": {
        "amount_usd": string | null;
        "cached_tokens": number;
        "calls": number;
        "completion_tokens": number;
        "prompt_tokens": number;
      };
      "unknown": {
        "amount_usd": string | null;
        "cached_tokens": number;
        "calls": number;
        "completion_tokens": number;
        "prompt_tokens": number;
      };
    }>;
    "to": number | null;
    "total": {
      "billed": {
        "amount_usd": string | null;
        "cached_tokens": number;
        "calls": number;
        "completion_tokens": number;
        "prompt_tokens": number;
      };
      "notional": {
        "amount_usd": string | null;
        "cached_tokens": number;
        "calls": number;
        "completion_tokens": number;
        "prompt_tokens": number;
      };
      "unknown": {
        "amount_usd": string | null;
        "cached_tokens": number;
        "calls": number;
        "completion_tokens": number;
        "prompt_tokens": number;
      };
    };
    "zone": string;
  };
  "GET /api/doctor": {
    "findings": Array<{
      "sentence": string;
      "state": string;
      "topic": string;
    }>;
    "schema": string;
    "version": string;
  };
  "GET /api/employees/{employee}/explain": Explanation;
  "GET /api/health": {
    "dispatcher": string;
    "epoch": number;
    "looked_at": number | null;
    "practice": boolean;
    "schema": string;
    "status": string;
    "uptime_ms": number;
    "version": string;
  };
  "GET /api/openapi.json": any;
  "GET /api/preferences": {
    "announce": string;
    "density": string;
    "keys": Record<string, any>;
    "single_keys": boolean;
    "theme": string;
  };
  "PUT /api/preferences": {
    "announce": string;
    "density": string;
    "keys": Record<string, any>;
    "single_keys": boolean;
    "theme": string;
  };
  "DELETE /api/prices": {
    "items": Array<{
      "cache_read": string | null;
      "cache_write": string | null;
      "effective_from": string | null;
      "id": string;
      "input": string;
      "is_override": boolean;
      "kind": string;
      "model": string;
      "output": string;
      "per_request": string | null;
    }>;
    "next": any;
    "note": string | null;
    "version": number;
  };
  "GET /api/prices": {
    "items": Array<{
      "cache_read": string | null;
      "cache_write": string | null;
      "effective_from": string | null;
      "id": string;
      "input": string;
      "is_override": boolean;
      "kind": string;
      "model": string;
      "output": string;
      "per_request": string | null;
    }>;
    "next": any;
    "note": string | null;
    "version": number;
  };
  "PUT /api/prices": {
    "items": Array<{
      "cache_read": string | null;
      "cache_write": string | null;
      "effective_from": string | null;
      "id": string;
      "input": string;
      "is_override": boolean;
      "kind": string;
      "model": string;
      "output": string;
      "per_request": string | null;
    }>;
    "next": any;
    "note": string | null;
    "version": number;
  };
  "POST /api/prices/check": {
    "entries": number;
  };
  "GET /api/providers": {
    "items": Array<Provider & {
      "found_models": Array<string> | null;
      "has_key": boolean;
      "key_from": string | null;
      "key_name": string | null;
      "key_needed": boolean;
      "key_problem": string | null;
      "usable": boolean;
    }>;
    "next": any;
  };
  "POST /api/providers": Provider & {
    "found_models": Array<string> | null;
    "has_key": boolean;
    "key_from": string | null;
    "key_name": string | null;
    "key_needed": boolean;
    "key_problem": string | null;
    "usable": boolean;
  };
  "DELETE /api/providers/{provider}": Provider;
  "GET /api/providers/{provider}": Provider & {
    "found_models": Array<string> | null;
    "has_key": boolean;
    "key_from": string | null;
    "key_name": string | null;
    "key_needed": boolean;
    "key_problem": string | null;
    "usable": boolean;
  };
  "DELETE /api/providers/{provider}/key": Provider & {
    "found_models": Array<string> | null;
    "has_key": boolean;
    "key_from": string | null;
    "key_name": string | null;
    "key_needed": boolean;
    "key_problem": string | null;
    "usable": boolean;
  };
  "PUT /api/providers/{provider}/key": Provider & {
    "found_models": Array<string> | null;
    "has_key": boolean;
    "key_from": string | null;
    "key_name": string | null;
    "key_needed": boolean;
    "key_problem": string | null;
    "usable": boolean;
  };
  "POST /api/providers/{provider}/test": ProviderCheck;
  "GET /api/roles": {
    "items": Array<{
      "capabilities": Array<string>;
      "decision_authority": string;
      "id": string;
      "level": string;
      "manages": Array<string>;
      "name": string;
      "pack_id": string;
      "reports_to": Array<string>;
      "summary": string;
    }>;
    "next": any;
  };
  "GET /api/roles/{pack}/{role}": {
    "body": string;
    "capabilities": Array<string>;
    "decision_authority": string;
    "id": string;
    "level": string;
    "manages": Array<string>;
    "name": string;
    "pack_id": string;
    "reports_to": Array<string>;
    "summary": string;
  };
  "GET /api/routines/{routine}/explain": Explanation;
  "GET /api/secrets": {
    "items": Array<{
      "id": string;
      "is_set": boolean;
      "provider_id": string | null;
    }>;
    "next": any;
  };
  "DELETE /api/secrets/{name}": {
    "changed": boolean;
    "id": string;
  };
  "PUT /api/secrets/{name}": {
    "changed": boolean;
    "id": string;
  };
  "DELETE /api/session": {
    "signed_in": boolean;
  };
  "POST /api/session": {
    "csrf": string;
  };
  "POST /api/session/codes": {
    "code": string;
    "expires_at": number;
  };
  "POST /api/session/tickets": {
    "expires_at": number;
    "ticket": string;
  };
  "GET /api/settings": {
    "items": Array<{
      "in_effect": any;
      "key": string;
      "purpose": string;
      "value": any;
    }>;
    "next": any;
  };
  "PUT /api/settings/{key}": {
    "in_effect": any;
    "key": string;
    "purpose": string;
    "value": any;
  };
  "POST /api/shutdown": {
    "status": string;
  };
  "GET /api/templates": {
    "items": Array<{
      "budget_usd": string | null;
      "goal": string | null;
      "id": string;
      "mission": string;
      "name": string;
      "people": Array<{
        "level": string | null;
        "manager": string | null;
        "name": string;
        "role": string;
        "title": string;
      }>;
      "routine": string | null;
      "summary": string;
      "tickets": Array<string>;
    }>;
    "next": any;
  };
  "GET /api/threads/{thread}/context": ContextReport;
  "GET /api/threads/{thread}/explain": Explanation;
  "GET /api/tickets/{ticket}": Ticket & {
    "company": {
      "id": string;
      "name": string;
      "slug": string;
    };
    "key": string | null;
  };
  "GET /api/tickets/{ticket}/explain": Explanation;
  "GET /api/views": {
    "items": Array<SavedView>;
    "next": any;
  };
  "PUT /api/views": SavedView;
  "DELETE /api/views/{view}": SavedView;
  "PATCH /api/views/{view}": SavedView;
}
