import Domain
import Store

extension TurnRunner {
    /// Sets aside what the turn's next call may cost at most.
    func reserve(for turn: Turn, in transaction: any Transaction) throws -> ModelGate.Room {
        try gate.reserve(for: turn.start.run, step: turn.stepNumber, through: turn.start.admission, in: transaction) {
            turn.request(tools: tools.offer(turn.start.context))
        }
    }

    /// Waits, if the turn has to, until what its next call may cost is reserved.
    ///
    /// - Returns: How the turn ends instead, if it may not go on.
    func awaitRoom(_ turn: inout Turn, _ interruption: Interruption) async throws -> RunEnding? {
        guard turn.awaitsRoom else { return nil }
        turn.awaitsRoom = false
        let start = turn.start
        return try await room.enter(
            BudgetRoom.Call(
                work: start.context.work, employee: start.context.employee, run: start.run, step: turn.stepNumber,
                admission: start.admission, lease: start.lease, request: turn.request(tools: tools.offer(start.context))),
            interruption)
    }
}
