import Domain
import Store

extension TurnRunner {
    /// Makes the calls and commits them with the step.
    ///
    /// `true` when that ended the turn.
    func perform(_ calls: [ToolCall], _ turn: inout Turn) async throws -> Bool {
        let prepared = try tools.prepare(calls, turn.start.context, history: turn.history)
        let snapshot = turn
        let (runner, tools) = (self, tools)
        let length = turn.start.lease
        let outcome = try await workplace.store.write { transaction -> (turn: Turn, next: AfterStep) in
            var turn = snapshot
            let work = turn.start.context.work
            let bearing = try Self.bearing(of: work, in: transaction)
            let results = try tools.perform(prepared, turn.start.context, run: turn.start.run, in: transaction)
            turn.commit(calls: calls, results: results, at: transaction.now)
            if let step = turn.lastStep { try RunStep.record(step, totals: turn.totals, of: work, in: transaction) }
            if results.contains(where: \.endsTurn) {
                let text = turn.start.context.thread?.kind == .ticket ? "" : turn.answerText
                let next = try runner.end(&turn, saying: text, bearing, in: transaction)
                return (turn, next)
            }
            guard try work.extend(by: length, in: transaction) else { throw LostClaim() }
            let next = try runner.afterStep(&turn, bearing, in: transaction)
            return (turn, next)
        }
        turn = outcome.turn
        // Only after the commit: a step that was made and paid for stays.
        if outcome.next == .putOff { throw PutOff() }
        return outcome.next == .over
    }

    /// Ends the turn with the model's answer, or reminds it of what its work still lacks.
    func conclude(_ turn: inout Turn) async throws -> Bool {
        let (runner, snapshot) = (self, turn)
        let outcome = try await workplace.store.write { transaction -> (turn: Turn, next: AfterStep) in
            var turn = snapshot
            let work = turn.start.context.work
            let bearing = try Self.bearing(of: work, in: transaction)
            turn.commit(calls: [], results: [], at: transaction.now)
            if let step = turn.lastStep { try RunStep.record(step, totals: turn.totals, of: work, in: transaction) }
            let next = try runner.end(&turn, saying: turn.answerText, bearing, in: transaction)
            return (turn, next)
        }
        turn = outcome.turn
        if outcome.next == .putOff { throw PutOff() }
        return outcome.next == .over
    }

    /// Ends the turn if its work is where it should be; else tells the model what is lacking, and after some times gives up.
    private func end(
        _ turn: inout Turn, saying text: String, _ bearing: WakeupRequest.Bearing, in transaction: any Transaction
    ) throws -> AfterStep {
        let context = turn.start.context
        let text = try MeetingAnswer.text(text, in: turn, transaction)
        let answer = context.meeting == nil ? turn.answerText : text
        guard let lacking = try Expectation.missing(in: context, after: answer, transaction) else {
            try Run.finish(
                turn.start.run, of: context.work, as: .answered(text), totals: turn.totals, message: turn.start.message,
                in: transaction)
            return .over
        }
        let shortfall = turn.shortfall.map { $0 + " " } ?? ""
        if turn.remind(shortfall + lacking.advice) { return try afterStep(&turn, bearing, in: transaction) }
        try Run.finish(
            turn.start.run, of: context.work,
            as: .failed(
                .noProgress,
                message: "\(context.employee.name) answered, but did not get on with the work. \(shortfall)\(lacking.fact)",
                partial: turn.answerText, retryAt: nil), totals: turn.totals, message: turn.start.message, in: transaction)
        return .over
    }

    /// - Throws: ``LostClaim``; ``Interrupted`` when a person wants the work ended, so that nothing more comes of it.
    static func bearing(of work: WakeupRequest, in transaction: any Transaction) throws -> WakeupRequest.Bearing {
        guard let bearing = try work.bearing(in: transaction) else { throw LostClaim() }
        guard bearing.stop == nil else { throw Interrupted() }
        return bearing
    }

    /// What comes after a step that was committed, which takes up what a person had to say meanwhile, and reserves what the
    /// next call may cost.
    private func afterStep(
        _ turn: inout Turn, _ bearing: WakeupRequest.Bearing, in transaction: any Transaction
    ) throws -> AfterStep {
        let context = turn.start.context
        if turn.isStreaming { try Employee.refreshStatus(of: context.employee.id, in: transaction) }
        guard bearing.mayGoOn else { return .putOff }
        if bearing.hasGuidance {
            let words = try Guidance.take(for: context.work, run: turn.start.run.id, step: turn.stepNumber, in: transaction)
            turn.hear(words, names: try Employee.names(of: Set(words.map(\.authorID)), in: transaction))
        }
        let admission = turn.start.admission
        guard try gate.permits(admission, for: context.employee.id, of: context.company.id, in: transaction) else {
            try Run.finish(
                turn.start.run, of: context.work, as: .putOff(ModelGate.objection(to: admission)), totals: turn.totals,
                message: turn.start.message, in: transaction)
            return .over
        }
        switch try reserve(for: turn, in: transaction) {
        case .granted: return .goOn
        case .busy:
            turn.awaitsRoom = true
            return .goOn
        case .refused(let ending):
            try Run.finish(
                turn.start.run, of: context.work, as: ending, totals: turn.totals, message: turn.start.message, in: transaction)
            return .over
        }
    }
}

extension TurnRunner {
    /// What comes after a step.
    enum AfterStep { case goOn, over, putOff }

    /// The model call was cut off, or what came of it is not wanted any more.
    struct Interrupted: Error {}

    /// The turn may not go on for now.
    struct PutOff: Error {}
}
