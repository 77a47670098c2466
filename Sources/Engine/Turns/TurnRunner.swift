import Domain
import Logging
import Store

/// Runs one turn: from a claimed piece of work to its end, whatever that is.
struct TurnRunner: Sendable {
    private let workplace: Workplace
    private let gate: ModelGate
    private let tools: ToolGate
    private let running = RunningTurns()
    private let digests: DigestRunner

    init(_ workplace: Workplace) {
        self.workplace = workplace
        gate = ModelGate(workplace)
        tools = ToolGate(workplace)
        digests = DigestRunner(workplace, gate: gate)
    }

    /// Returns when the work has ended or was put off, and its claim is let go.
    func run(_ work: WakeupRequest) async {
        var logger = workplace.logger
        logger[metadataKey: "wakeup"] = "\(work.id)"
        let interruption = running.enter(work)
        defer { running.leave(work) }
        if work.cause == .digest {
            if let ending = await digests.run(work, interruption) { await report(ending, of: work, logger) }
            return
        }
        do {
            let start = try await begin(work)
            var turn = Turn(start: start, limits: workplace.limits)
            do {
                try await advance(&turn, interruption)
            } catch let lost as LostClaim {
                try await abandon(turn)
                throw lost
            } catch {
                do { try await end(turn, as: ending(for: error, turn)) } catch let lost as LostClaim {
                    try await abandon(turn)
                    throw lost
                }
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

    /// Cuts off the model calls of turns that may not go on: stopped by a person, or held with their company or employee.
    ///
    /// Each ends its run by itself. A database that cannot be read cuts nothing off; the turn looks up before its next call.
    func cutOff() async {
        do { try await running.cutOff(by: workplace.store) } catch {
            workplace.logger.error("It could not be read which turns may go on.", metadata: ["error": "\(error)"])
        }
    }

    /// Reads the context, chooses the model and opens the run, in one transaction.
    private func begin(_ work: WakeupRequest) async throws -> Turn.Start {
        let (gate, tools) = (gate, tools)
        let (workplace, roles) = (workplace, workplace.roles)
        return try await workplace.store.write { transaction in
            guard let bearing = try work.bearing(in: transaction) else { throw LostClaim() }
            let context: TurnContext
            let admission: ModelGate.Admission
            let opening: Opening
            do {
                context = try TurnContext(work, in: transaction)
                guard bearing.stop == nil, bearing.mayGoOn else {
                    throw CannotBegin(ending: .putOff(bearing.holdUp(of: context.employee)))
                }
                admission = try gate.admit(context.employee, of: context.company, in: transaction)
                opening = try Opening(
                    context, role: roles.role(of: context.employee),
                    budget: context.budget(admission, tools: tools, workplace.limits), now: transaction.now)
            } catch let error as ContextTooSmall {
                throw CannotBegin(
                    ending: .failed(.model(.invalidRequest), message: "\(error)", partial: "", retryAt: nil))
            } catch let error as RuleViolation {
                throw CannotBegin(ending: .failed(.program, message: "\(error)", partial: "", retryAt: nil))
            } catch let error as ModelError {
                throw CannotBegin(ending: .failed(.model(error.class), message: error.message, partial: "", retryAt: nil))
            }
            let run = try Run.begin(
                work, provider: admission.provider.kind.rawValue, model: admission.model,
                practice: admission.provider.kind == .practice, context: opening.figures(of: context), in: transaction)
            let lease = workplace.limits.lease(at: admission.provider)
            _ = try work.extend(by: lease, in: transaction)
            if let ticket = context.ticket, context.isOwnTicket {
                try ticket.start(in: transaction)
                try TicketCheckout.note(run.id, of: work, in: transaction)
            }
            if !context.guidance.isEmpty { try Guidance.takeAgain(for: work, run: run.id, in: transaction) }
            return Turn.Start(
                context: context, admission: admission, run: run, lease: lease, message: transaction.makeID(),
                opening: opening, temperature: roles.role(of: context.employee)?.temperature)
        }
    }

    private func advance(_ turn: inout Turn, _ interruption: Interruption) async throws {
        while true {
            turn.beginCall(at: workplace.time.now())
            try await call(&turn, interruption)
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

    /// Asks the model.
    ///
    /// - Throws: ``Interrupted`` when the call was cut off; `turn` has what had come by then.
    private func call(_ turn: inout Turn, _ interruption: Interruption) async throws {
        let request = turn.request(tools: tools.offer(turn.start.context))
        let (start, signal, store, time) = (turn.start, turn.signal, workplace.store, workplace.time)
        let arriving = ArrivingText()
        let progress = Progress(start.context.work, lease: start.lease, in: workplace)
        let outcome = await interruption.during { [gate] () -> (answer: ModelGate.Answer, error: (any Error)?) in
            var answer = ModelGate.Answer()
            do {
                try await gate.call(
                    request, through: start.admission, partial: &answer,
                    onTurn: { try await requireRunning(start.context.work) }, onProgress: progress.note
                ) { text in
                    store.feed.signal(signal(text))
                    guard let since = arriving.arrive(at: time.now()) else { return }
                    try await store.write { try start.run.noteStreaming(since: since, in: $0) }
                }
                return (answer, nil)
            } catch {
                return (answer, error)
            }
        }
        guard let outcome else { throw Interrupted() }
        turn.answer = outcome.answer
        turn.isStreaming = arriving.isNoted
        guard let error = outcome.error else { return }
        throw interruption.isRaised ? Interrupted() : error
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
            let bearing = try Self.bearing(of: work, in: transaction)
            let results = try tools.perform(prepared, turn.start.context, run: turn.start.run, in: transaction)
            turn.commit(calls: calls, results: results, at: transaction.now)
            if let step = turn.lastStep { try RunStep.record(step, totals: turn.totals, of: work, in: transaction) }
            if results.contains(where: \.endsTurn) {
                let text = turn.start.context.thread?.kind == .ticket ? "" : turn.answerText
                let next = try Self.end(&turn, saying: text, bearing, in: transaction)
                return (turn, next)
            }
            guard try work.extend(by: length, in: transaction) else { throw LostClaim() }
            let next = try Self.afterStep(&turn, bearing, in: transaction)
            return (turn, next)
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
            let bearing = try Self.bearing(of: work, in: transaction)
            turn.commit(calls: [], results: [], at: transaction.now)
            if let step = turn.lastStep { try RunStep.record(step, totals: turn.totals, of: work, in: transaction) }
            let next = try Self.end(&turn, saying: turn.answerText, bearing, in: transaction)
            return (turn, next)
        }
        turn = outcome.turn
        if outcome.next == .putOff { throw PutOff() }
        return outcome.next == .over
    }

    /// Ends the turn if its work is where it should be; else tells the model what is lacking, and after some times gives up.
    private static func end(
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
    private static func bearing(of work: WakeupRequest, in transaction: any Transaction) throws -> WakeupRequest.Bearing {
        guard let bearing = try work.bearing(in: transaction) else { throw LostClaim() }
        guard bearing.stop == nil else { throw Interrupted() }
        return bearing
    }

    /// What comes after a step that was committed, which takes up what a person had to say meanwhile.
    private static func afterStep(
        _ turn: inout Turn, _ bearing: WakeupRequest.Bearing, in transaction: any Transaction
    ) throws -> AfterStep {
        let context = turn.start.context
        if turn.isStreaming { try Employee.refreshStatus(of: context.employee.id, in: transaction) }
        guard bearing.mayGoOn else { return .putOff }
        if bearing.hasGuidance {
            let words = try Guidance.take(for: context.work, run: turn.start.run.id, step: turn.stepNumber, in: transaction)
            turn.hear(words, names: try Employee.names(of: Set(words.map(\.authorID)), in: transaction))
        }
        return .goOn
    }

    /// - Throws: ``PutOff`` when the company was paused while the turn waited for the provider, ``Interrupted`` when a person
    ///   stopped it, ``LostClaim``.
    private func requireRunning(_ work: WakeupRequest) async throws {
        guard let bearing = try await workplace.store.read({ try work.bearing(in: $0) }) else { throw LostClaim() }
        guard bearing.stop == nil else { throw Interrupted() }
        guard bearing.mayGoOn else { throw PutOff() }
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

    /// - Parameter ending: `nil` for the one that the work's state asks for.
    private func end(_ turn: Turn, as ending: RunEnding?) async throws {
        let partial = partialText(of: turn)
        try await workplace.store.write { transaction in
            let work = turn.start.context.work
            guard let bearing = try work.bearing(in: transaction) else { throw LostClaim() }
            let stopped = try bearing.stop.map { RunEnding.cancelled(try $0.reason(in: transaction), partial: partial) }
            _ = try Run.finish(
                turn.start.run, of: work, as: stopped ?? ending ?? .putOff(bearing.holdUp(of: turn.start.context.employee)),
                totals: turn.totalsWithPartial,
                message: turn.start.message,
                in: transaction)
        }
    }

    /// Leaves a turn whose claim is lost; what its last call cost is charged all the same.
    private func abandon(_ turn: Turn) async throws {
        try await workplace.store.write { try Run.leave(turn.start.run.id, totals: turn.totalsWithPartial, in: $0) }
    }

    private func ending(for error: any Error, _ turn: Turn) -> RunEnding? {
        let partial = partialText(of: turn)
        switch error {
        case is CancellationError: return .putOff("The server was asked to stop.")
        case is PutOff, is Interrupted: return nil
        case let error as ModelError:
            let delay = RetryPolicy.delay(
                after: error, failures: turn.start.context.work.failureCount, random: workplace.random())
            return .failed(
                .model(error.class), message: error.message, partial: partial, retryAt: delay.map { workplace.time.now() + $0 })
        default:
            let delay = RetryPolicy.delayAfterFault(
                failures: turn.start.context.work.failureCount, random: workplace.random())
            return .failed(
                .program, message: "\(error)", partial: partial, retryAt: delay.map { workplace.time.now() + $0 })
        }
    }

    /// What the model had said when its latest call was cut off.
    private func partialText(of turn: Turn) -> String {
        guard turn.lastStep == nil else { return "" }  // it is in the step that was committed
        let said = Thought.removed(from: turn.answer.text, known: tools.names(for: turn.start.context))
        let calls = turn.answer.toolCalls.map(\.name)
        guard !calls.isEmpty else { return said }
        return said + (said.isEmpty ? "" : "\n\n") + "[Not done any more: \(calls.joined(separator: ", "))]"
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

    /// The model call was cut off, or what came of it is not wanted any more.
    private struct Interrupted: Error {}
    private struct PutOff: Error {}

    private enum AfterStep { case goOn, over, putOff }

    private struct CannotBegin: Error {
        let ending: RunEnding
    }
}
