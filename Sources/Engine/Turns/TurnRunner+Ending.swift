import Domain
import Logging
import Store

extension TurnRunner {
    /// Ends a turn that leads nowhere any more.
    ///
    /// If its ticket is where it should be all the same, handed on to others, that is no failure.
    func stop(_ turn: Turn, as ending: RunEnding) async throws {
        try await workplace.store.write { transaction in
            let context = turn.start.context
            let isFine = try context.ticket != nil && Expectation.missing(in: context, after: "", transaction) == nil
            _ = try Run.finish(
                turn.start.run, of: context.work, as: isFine ? .answered("") : ending, totals: turn.totalsWithPartial,
                message: turn.start.message, in: transaction)
        }
    }

    /// - Parameter ending: `nil` for the one that the work's state asks for.
    func end(_ turn: Turn, as ending: RunEnding?) async throws {
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
    func abandon(_ turn: Turn) async throws {
        try await workplace.store.write { try Run.leave(turn.start.run.id, totals: turn.totalsWithPartial, in: $0) }
    }

    func ending(for error: any Error, _ turn: Turn) -> RunEnding? {
        let partial = partialText(of: turn)
        switch error {
        case is CancellationError: return .putOff("The server was asked to stop.")
        case is PutOff, is Interrupted: return nil
        case let refused as NotPermitted: return .putOff(ModelGate.objection(to: refused.admission))
        case let away as ProviderAway: return .putOff(away.asFailure.message, until: away.refusal.until)
        case let error as ModelError:
            let delay = RetryPolicy.delay(
                after: error, failures: turn.start.context.work.failureCount, random: workplace.random())
            return .failed(
                .model(error.class), message: error.message, partial: partial, retryAt: delay.map { workplace.time.now() + $0 })
        default: return fault(error, turn.start.context.work, partial: partial)
        }
    }

    /// The end of work at which the program itself has failed.
    func fault(_ error: any Error, _ work: WakeupRequest, partial: String = "") -> RunEnding {
        let delay = RetryPolicy.delayAfterFault(failures: work.failureCount, random: workplace.random())
        return .failed(.program, message: "\(error)", partial: partial, retryAt: delay.map { workplace.time.now() + $0 })
    }

    /// What the model had said when its latest call was cut off.
    func partialText(of turn: Turn) -> String {
        guard turn.lastStep == nil else { return "" }  // it is in the step that was committed
        let said = Thought.removed(from: turn.answer.text, known: tools.names(for: turn.start.context))
        let calls = turn.answer.toolCalls.map(\.name)
        guard !calls.isEmpty else { return said }
        return said + (said.isEmpty ? "" : "\n\n") + "[Not done any more: \(calls.joined(separator: ", "))]"
    }

    /// Ends work whose run was never opened, or could not be ended as it should: tries until the database takes it, as it does
    /// when there is space again.
    ///
    /// If the server stops before, its next start ends the work; if the rows themselves are at fault, the claim lapses.
    ///
    /// - Parameter totals: What was used, where that is more than is stored.
    func report(_ ending: RunEnding, of work: WakeupRequest, totals: RunTotals? = nil, _ logger: Logger) async {
        while true {
            do {
                try await workplace.store.write { transaction in
                    let run = try Run.running(for: work.id, in: transaction)
                    _ = try Run.finish(
                        run, of: work, as: ending, totals: totals ?? run?.totals ?? RunTotals(), message: nil, in: transaction)
                }
                return
            } catch {
                logger.error("The end of a turn could not be written.", metadata: ["error": "\(error)"])
                guard (error as? StoreError)?.isOfStorage == true else { return }
                do { try await workplace.time.sleep(until: workplace.time.now() + .seconds(5)) } catch { return }
            }
        }
    }
}
