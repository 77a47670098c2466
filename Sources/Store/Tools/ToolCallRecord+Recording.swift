package import Domain

extension ToolCallRecord {
    /// How much of a call's input and output is kept.
    package static let sizeLimit = 8192

    /// Records a call with its texts cut to ``sizeLimit`` bytes.
    package static func record(
        _ call: ToolCall, output: String, status: ToolCallStatus, error: String?, latency: Duration, run: Run.ID,
        in transaction: any Transaction
    ) throws {
        try transaction.insert(
            ToolCallRecord(
                id: transaction.makeID(), runID: run, toolName: String(call.name.prefix(128)),
                input: RawJSON(call.arguments.cut(to: sizeLimit)),
                output: RawJSON(output.cut(to: sizeLimit)), latencyMs: Int(clamping: latency.wholeMilliseconds), status: status,
                error: error, createdAt: transaction.now))
    }

    package static func list(of run: Run.ID, in transaction: any Transaction) throws -> [ToolCallRecord] {
        try transaction.select("WHERE run_id = \(run) ORDER BY created_at, id")
    }
}
