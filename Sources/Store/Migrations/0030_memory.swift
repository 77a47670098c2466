extension Migration {
    /// What a run was told, what a checkpoint was taken up by, and how far a thread has grown beyond its digest.
    ///
    /// A digest or checkpoint is looked for only where a thread is marked to have one.
    static let m0030_memory = Migration(
        id: "0030_memory",
        up: [
            "ALTER TABLE runs ADD COLUMN context_json TEXT",
            "ALTER TABLE run_checkpoints ADD COLUMN wakeup_id TEXT",
            "ALTER TABLE run_checkpoints ADD COLUMN resumed_at INTEGER",
            "ALTER TABLE run_checkpoints ADD COLUMN client_key TEXT",
            "CREATE INDEX idx_run_checkpoints_wakeup ON run_checkpoints (wakeup_id) WHERE wakeup_id IS NOT NULL",
            """
            CREATE UNIQUE INDEX idx_run_checkpoints_client_key ON run_checkpoints (company_id, client_key)
            WHERE client_key IS NOT NULL
            """,
            "ALTER TABLE threads ADD COLUMN unsummarised_messages INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE threads ADD COLUMN unsummarised_tokens INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE threads ADD COLUMN has_memory INTEGER NOT NULL DEFAULT 0",
            """
            UPDATE threads SET
              unsummarised_messages = (SELECT count(*) FROM messages m WHERE m.thread_id = threads.id),
              unsummarised_tokens = (SELECT coalesce(sum(length(m.content)), 0) / 3 FROM messages m WHERE m.thread_id = threads.id),
              has_memory = EXISTS (SELECT 1 FROM thread_digests d WHERE d.thread_id = threads.id)
                OR EXISTS (SELECT 1 FROM run_checkpoints c WHERE c.thread_id = threads.id)
            """,
        ],
        down: [
            "ALTER TABLE threads DROP COLUMN has_memory",
            "ALTER TABLE threads DROP COLUMN unsummarised_tokens",
            "ALTER TABLE threads DROP COLUMN unsummarised_messages",
            "DROP INDEX idx_run_checkpoints_client_key",
            "DROP INDEX idx_run_checkpoints_wakeup",
            "ALTER TABLE run_checkpoints DROP COLUMN client_key",
            "ALTER TABLE run_checkpoints DROP COLUMN resumed_at",
            "ALTER TABLE run_checkpoints DROP COLUMN wakeup_id",
            "ALTER TABLE runs DROP COLUMN context_json",
        ])
}
