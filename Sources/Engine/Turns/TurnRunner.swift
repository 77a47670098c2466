import Domain
import Logging
import Store

/// Runs one turn: from a claimed piece of work to its end, whatever that is.
struct TurnRunner: Sendable {
    let workplace: Workplace
    let gate: ModelGate
    let tools: ToolGate
    private let running = RunningTurns()
    private let digests: DigestRunner
    let room: BudgetRoom

    init(_ workplace: Workplace) {
        self.workplace = workplace
        gate = ModelGate(workplace)
        tools = ToolGate(workplace)
        digests = DigestRunner(workplace, gate: gate)
        room = BudgetRoom(workplace, gate: gate)
    }

    /// Returns when the work has ended or was put off, and its claim is let go.
    func run(_ work: WakeupRequest) async {
        var logger = workplace.logger
        logger[metadataKey: "wakeup"] = "\(work.id)"
        let interruption = running.enter(work)
        defer { running.leave(work) }
        if work.cause == .digest {
            if let left = await digests.run(work, interruption) {
                await report(left.ending, of: work, totals: left.totals, logger)
            }
            return
        }
        do {
            let start = try await begin(work)
            var turn = Turn(start: start, limits: workplace.limits)
            turn.show(start.opening.images.mapValues(picture))
            defer { workplace.store.feed.texts.end(start.message) }
            do {
                try await advance(&turn, interruption)
            } catch let lost as LostClaim {
                try await abandon(turn)
                throw lost
            } catch {
                do { try await end(turn, as: ending(for: error, turn)) } catch let lost as LostClaim {
                    try await abandon(turn)
                    throw lost
                } catch {
                    logger.error("A turn could not be ended.", metadata: ["error": "\(error)"])
                    await report(fault(error, work), of: work, totals: turn.totalsWithPartial, logger)
                }
            }
        } catch let failure as CannotBegin {
            await report(failure.ending, of: work, logger)
        } catch is LostClaim {
            logger.notice("The claim was lost; nothing more was written.")
        } catch {
            logger.error("A turn could not be begun.", metadata: ["error": "\(error)"])
            await report(fault(error, work), of: work, logger)
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

    private func advance(_ turn: inout Turn, _ interruption: Interruption) async throws {
        while true {
            if let ending = try await awaitRoom(&turn, interruption) { return try await end(turn, as: ending) }
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
        store.feed.texts.startOver(start.message)
        let arriving = ArrivingText()
        let progress = Progress(start.context.work, lease: start.lease, in: workplace)
        let step = turn.stepNumber
        let outcome = await interruption.during { [gate] () -> CallOutcome in
            var outcome = CallOutcome(admission: start.admission, run: start.run)
            var run = start.run
            do {
                try await gate.call(
                    request, through: &outcome.admission, partial: &outcome.answer,
                    onTurn: { try await requireRunning(start.context.work, with: start.admission) },
                    onReroute: { error, from, next in
                        let moved = try await gate.move(
                            run, of: start.context.work, step: step, after: error, from: from, to: next, request)
                        run = moved ?? run
                        return moved != nil
                    }, onProgress: progress.note
                ) { text in
                    store.feed.signal(signal(text))
                    guard let since = arriving.arrive(at: time.now()) else { return }
                    try await store.write { try start.run.noteStreaming(since: since, in: $0) }
                }
            } catch { outcome.error = error }
            outcome.run = run
            return outcome
        }
        guard let outcome else { throw Interrupted() }
        turn.answer = outcome.answer
        turn.goOn(with: outcome.admission, run: outcome.run)
        turn.isStreaming = arriving.isNoted
        guard let error = outcome.error else { return }
        throw interruption.isRaised ? Interrupted() : error
    }

    private struct CallOutcome: Sendable {
        var admission: ModelGate.Admission
        var run: Run
        var answer = ModelGate.Answer()
        var error: (any Error)?
    }

    /// - Throws: ``PutOff`` when the company was paused while the turn waited for the provider, ``Interrupted`` when a person
    ///   stopped it, ``LostClaim``.
    private func requireRunning(_ work: WakeupRequest, with admission: ModelGate.Admission) async throws {
        let (bearing, isPermitted) = try await workplace.store.read { [gate] transaction in
            try (
                work.bearing(in: transaction),
                gate.permits(admission, for: work.agentID, of: work.companyID, in: transaction)
            )
        }
        guard let bearing else { throw LostClaim() }
        guard bearing.stop == nil else { throw Interrupted() }
        guard bearing.mayGoOn else { throw PutOff() }
        guard isPermitted else { throw NotPermitted(admission: admission) }
    }
}
