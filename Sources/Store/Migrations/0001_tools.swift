extension Migration {
    /// MCP servers and the audit trail of tool calls.
    static let m0001_tools = Migration(
        id: "0001_tools",
        up: [
            """
            CREATE TABLE mcp_servers (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT,
              name TEXT NOT NULL,
              transport TEXT NOT NULL,
              config_json TEXT NOT NULL DEFAULT '{}',
              enabled INTEGER NOT NULL DEFAULT 1,
              last_health TEXT,
              installed_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_mcp_servers_company ON mcp_servers (company_id)",
            """
            CREATE TABLE tool_calls (
              id TEXT NOT NULL PRIMARY KEY,
              run_id TEXT NOT NULL,
              tool_name TEXT NOT NULL,
              mcp_server_id TEXT,
              input_json TEXT NOT NULL,
              output_json TEXT,
              latency_ms INTEGER NOT NULL DEFAULT 0,
              status TEXT NOT NULL DEFAULT 'success',
              error TEXT,
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_tool_calls_run ON tool_calls (run_id)",
        ],
        down: [
            "DROP TABLE tool_calls",
            "DROP TABLE mcp_servers",
        ])
}
