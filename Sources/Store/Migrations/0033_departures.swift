extension Migration {
    /// Since when somebody no longer works here, and who took over.
    static let m0033_departures = Migration(
        id: "0033_departures",
        up: [
            "ALTER TABLE employees ADD COLUMN dismissed_at INTEGER",
            "ALTER TABLE employees ADD COLUMN successor_id TEXT",
        ],
        down: [
            "ALTER TABLE employees DROP COLUMN successor_id",
            "ALTER TABLE employees DROP COLUMN dismissed_at",
        ])
}
