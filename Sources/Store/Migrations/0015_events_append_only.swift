extension Migration {
    /// Guards of the event log: what is in it stays, and a new event takes the next number of its company.
    ///
    /// `INSERT OR REPLACE` deletes without firing a delete trigger unless recursive triggers are on, so an insertion that
    /// would replace something is refused before it starts. Where no rowid is given, a BEFORE trigger sees -1 in its place;
    /// that no row ever has it is seen to afterwards.
    static let m0015_events_append_only = Migration(
        id: "0015_events_append_only",
        up: [
            """
            CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events BEGIN
              SELECT RAISE(ABORT, 'events are append-only');
            END
            """,
            """
            CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events BEGIN
              SELECT RAISE(ABORT, 'events are append-only');
            END
            """,
            """
            CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events
            WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid)
            BEGIN
              SELECT RAISE(ABORT, 'events are append-only');
            END
            """,
            """
            CREATE TRIGGER events_refuse_gap BEFORE INSERT ON events
            WHEN NEW.seq <> 0
              AND NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM events WHERE company_id = NEW.company_id AND seq > 0)
            BEGIN
              SELECT RAISE(ABORT, 'events are numbered without gaps');
            END
            """,
            """
            CREATE TRIGGER events_refuse_negative_rowid AFTER INSERT ON events
            WHEN NEW.rowid < 0
            BEGIN
              SELECT RAISE(ABORT, 'events are append-only');
            END
            """,
        ],
        down: [
            "DROP TRIGGER events_refuse_negative_rowid",
            "DROP TRIGGER events_refuse_gap",
            "DROP TRIGGER events_refuse_replace",
            "DROP TRIGGER events_refuse_delete",
            "DROP TRIGGER events_refuse_update",
        ])
}
