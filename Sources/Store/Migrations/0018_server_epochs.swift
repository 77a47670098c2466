extension Migration {
    /// The lives of the server process.
    static let m0018_server_epochs = Migration(
        id: "0018_server_epochs",
        up: [
            """
            CREATE TABLE server_epochs (
              epoch INTEGER NOT NULL PRIMARY KEY,
              boot_id TEXT NOT NULL,
              pid INTEGER NOT NULL,
              started_at INTEGER NOT NULL,
              stopped_at INTEGER
            )
            """
        ],
        down: [
            "DROP TABLE server_epochs"
        ])
}
