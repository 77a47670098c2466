import Domain
import Logging
import Store

/// Runs one turn: from a claimed piece of work to its end, whatever that is.
struct TurnRunner: Sendable {
    private let workplace: Workplace
    private let gate: ModelGate
    private let tools: ToolGate

    init(_ workplace: Workplace) {
        self.workplace = workplace
        gate = ModelGate(workplace)
        tools = ToolGate(workplace)
    }

    /// Returns when the work has ended or was put off, and its claim is let go.
    func run(_ work: WakeupRequest) async {
        var logger = workplace.logger
        logger[metadataKey: "wakeup"] = "\(work.id)"
        do {
            let start = try await begin(work)
            var turn = Turn(start: start, limits: workplace.limits)
            do {
                try await advance(&turn)
            } catch let lost as LostClaim {
                throw lost
            } catch {
                try await end(turn, as: ending(for: error, turn))
            }
        } catch let failure as CannotBegin {
            await report(failure.ending, of: work, logger)
        } catch is LostClaim {
            logger.notice("The claim was lost; nothing more was written.")
        } catch {
            logger.error("A turn could not be ended.", metadata: ["error": "\(error)"])
            await report(
                .failed(.program, message: "\(error)", partial: "", retryAt: workplace.time.now() + .seconds(30)), of: work,
                logger)
        }
    }

    /// Reads the context, chooses the model and opens the run, in one transaction.
    private func begin(_ work: WakeupRequest) async throws -> Turn.Start {
        let gate = gate
        let (workplace, roles) = (workplace, workplace.roles)
        return try await workplace.store.write { transaction in
            guard try work.isHeld(in: transaction) else { throw LostClaim() }
            let context: TurnContext
            let admission: ModelGate.Admission
            do {
                context = try TurnContext(work, in: transaction)
                guard try work.mayGoOn(in: transaction) else { throw CannotBegin(ending: PutOff.ending) }
                admission = try gate.admit(context.employee, of: context.company, in: transaction)
            } catch let error as RuleViolation {
                throw CannotBegin(ending: .failed(.program, message: "\(error)", partial: "", retryAt: nil))
            } catch let error as ModelError {
                throw CannotBegin(ending: .failed(.model(error.class), message: error.message, partial: "", retryAt: nil))
            }
            let run = try Run.begin(
                work, provider: admission.provider.kind.rawValue, model: admission.model,
                practice: admission.provider.kind == .practice, in: transaction)
            // A claim must outlast the longest time in which a call may bring nothing.
            let lease = max(workplace.limits.lease, admission.provider.longestSilence + .seconds(60))
            _ = try work.extend(by: lease, in: transaction)
            if let ticket = context.ticket, context.isOwnTicket {
                try ticket.start(in: transaction)
                try TicketCheckout.note(run.id, of: work, in: transaction)
            }
            let role = roles.role(packID: context.employee.rolePackID, roleID: context.employee.roleID)
            return Turn.Start(
                context: context, admission: admission, run: run, lease: lease, message: transaction.makeID(),
                system: SystemPrompt.text(context, role: role, now: transaction.now), temperature: role?.temperature)
        }
    }

    private func advance(_ turn: inout Turn) async throws {
        while true {
            turn.beginCall(at: workplace.time.now())
            let signal = turn.signal
            let feed = workplace.store.feed
            let progress = Progress(turn.start.context.work, lease: turn.start.lease, since: workplace.time.now())
            try await gate.call(
                turn.request(tools: tools.offer(turn.start.context)), through: turn.start.admission, partial: &turn.answer,
                onTurn: { [work = turn.start.context.work] in try await requireRunning(work) }
            ) {
                feed.signal(signal($0))
                if progress.isWorthNoting(at: workplace.time.now()) { try await note(progress) }
            }
            turn.take(
                calls: ToolCallRepair.calls(
                    in: turn.answer, known: tools.names(for: turn.start.context), place: turn.history.count))
            switch turn.next {
            case .tools(let calls): if try await perform(calls, &turn) { return }
            case .answer: if try await conclude(&turn) { return }
            case .stop(let ending): return try await stop(turn, as: ending)
            }
        }
    }

    /// Extends the claim, because text comes.
    ///
    /// - Throws: ``LostClaim`` when it was lost; then there is no use in the rest of the answer.
    private func note(_ progress: Progress) async throws {
        let isHeld = try await workplace.store.write { try progress.work.extend(by: progress.lease, in: $0) }
        guard isHeld else { throw LostClaim() }
    }

    /// Makes the calls and commits them with the step.
    ///
    /// `true` when that ended the turn.
    private func perform(_ calls: [ToolCall], _ turn: inout Turn) async throws -> Bool {
        let prepared = try tools.prepare(calls, turn.start.context, history: turn.history)
        let snapshot = turn
        let tools = tools
        let length = turn.start.lease
        let outcome = try await workplace.store.write { transaction -> (turn: Turn, next: AfterStep) in
            var turn = snapshot
            let work = turn.start.context.work
            guard try work.isHeld(in: transaction) else { throw LostClaim() }
            let results = try tools.perform(prepared, turn.start.context, run: turn.start.run, in: transaction)
            turn.commit(calls: calls, results: results, at: transaction.now)
            if let step = turn.lastStep { try RunStep.record(step, totals: turn.totals, of: work, in: transaction) }
            if results.contains(where: \.endsTurn) {
                let text = turn.start.context.thread?.kind == .ticket ? "" : turn.answerText
                return (turn, try Self.end(&turn, saying: text, in: transaction))
            }
            _ = try work.extend(by: length, in: transaction)
            return (turn, try Self.afterStep(of: work, in: transaction))
        }
        turn = outcome.turn
        // Only after the commit: a step that was made and paid for stays.
        if outcome.next == .putOff { throw PutOff() }
        return outcome.next == .over
    }

    /// Ends the turn with the model's answer, or reminds it of what its work still lacks.
    private func conclude(_ turn: inout Turn) async throws -> Bool {
        let snapshot = turn
        let outcome = try await workplace.store.write { transaction -> (turn: Turn, next: AfterStep) in
            var turn = snapshot
            let work = turn.start.context.work
            guard try work.isHeld(in: transaction) else { throw LostClaim() }
            turn.commit(calls: [], results: [], at: transaction.now)
            if let step = turn.lastStep { try RunStep.record(step, totals: turn.totals, of: work, in: transaction) }
            let next = try Self.end(&turn, saying: turn.answerText, in: transaction)
            return (turn, next)
        }
        turn = outcome.turn
        if outcome.next == .putOff { throw PutOff() }
        return outcome.next == .over
    }

    /// Ends the turn if its work is where it should be; else tells the model what is lacking, and after some times gives up.
    private static func end(_ turn: inout Turn, saying text: String, in transaction: any Transaction) throws -> AfterStep {
        let context = turn.start.context
        guard let lacking = try Expectation.missing(in: context, after: turn.answerText, transaction) else {
            try Run.finish(
                turn.start.run, of: context.work, as: .answered(text), totals: turn.totals, message: turn.start.message,
                in: transaction)
            return .over
        }
        let shortfall = turn.shortfall.map { $0 + " " } ?? ""
        if turn.remind(shortfall + lacking.advice) { return try afterStep(of: context.work, in: transaction) }
        try Run.finish(
            turn.start.run, of: context.work,
            as: .failed(
                .noProgress,
                message: "\(context.employee.name) answered, but did not get on with the work. \(shortfall)\(lacking.fact)",
                partial: turn.answerText, retryAt: nil), totals: turn.totals, message: turn.start.message, in: transaction)
        return .over
    }

    private static func afterStep(of work: WakeupRequest, in transaction: any Transaction) throws -> AfterStep {
        try work.mayGoOn(in: transaction) ? .goOn : .putOff
    }

    /// - Throws: ``PutOff`` when the company was paused while the turn waited for the provider.
    private func requireRunning(_ work: WakeupRequest) async throws {
        guard try await workplace.store.read({ try work.mayGoOn(in: $0) }) else { throw PutOff() }
    }

    /// Ends a turn that leads nowhere any more.
    ///
    /// If its ticket is where it should be all the same, handed on to others, that is no failure.
    private func stop(_ turn: Turn, as ending: RunEnding) async throws {
        try await workplace.store.write { transaction in
            let context = turn.start.context
            let isFine = try context.ticket != nil && Expectation.missing(in: context, after: "", transaction) == nil
            _ = try Run.finish(
                turn.start.run, of: context.work, as: isFine ? .answered("") : ending, totals: turn.totalsWithPartial,
                message: turn.start.message, in: transaction)
        }
    }

    private func end(_ turn: Turn, as ending: RunEnding) async throws {
        try await workplace.store.write { transaction in
            _ = try Run.finish(
                turn.start.run, of: turn.start.context.work, as: ending, totals: turn.totalsWithPartial,
                message: turn.start.message,
                in: transaction)
        }
    }

    private func ending(for error: any Error, _ turn: Turn) -> RunEnding {
        let partial = Thought.removed(from: turn.answer.text, known: tools.names(for: turn.start.context))
        switch error {
        case is CancellationError: return .putOff("The server was asked to stop.")
        case is PutOff: return PutOff.ending
        case let error as ModelError:
            let delay = RetryPolicy.delay(after: error, attempt: turn.start.context.work.attemptCount, random: workplace.random())
            return .failed(
                .model(error.class), message: error.message, partial: partial, retryAt: delay.map { workplace.time.now() + $0 })
        default:
            let soon = workplace.time.now() + .seconds(30)
            return .failed(.program, message: "\(error)", partial: partial, retryAt: soon)
        }
    }

    /// Ends work whose run was never opened, or could not be ended as it should: tries until the database takes it, as it does
    /// when there is space again.
    ///
    /// If the server stops before, its next start ends the work.
    private func report(_ ending: RunEnding, of work: WakeupRequest, _ logger: Logger) async {
        while true {
            do {
                try await workplace.store.write { transaction in
                    let run = try Run.running(for: work.id, in: transaction)
                    _ = try Run.finish(
                        run, of: work, as: ending, totals: run?.totals ?? RunTotals(), message: nil, in: transaction)
                }
                return
            } catch {
                logger.error("The end of a turn could not be written.", metadata: ["error": "\(error)"])
                do { try await workplace.time.sleep(until: workplace.time.now() + .seconds(5)) } catch { return }
            }
        }
    }

    private struct LostClaim: Error {}
    private struct PutOff: Error {
        static let ending = RunEnding.putOff("The company was paused.")
    }

    private enum AfterStep { case goOn, over, putOff }

    private struct CannotBegin: Error {
        let ending: RunEnding
    }
}
