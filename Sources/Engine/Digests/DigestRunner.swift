import Domain
import Logging
import Store

/// Makes a thread's digest anew: one model call, with a run of its own that costs what it costs.
struct DigestRunner: Sendable {
    private let workplace: Workplace
    private let gate: ModelGate
    private let room: BudgetRoom

    init(_ workplace: Workplace, gate: ModelGate) {
        self.workplace = workplace
        self.gate = gate
        room = BudgetRoom(workplace, gate: gate)
    }

    /// What is asked of which model, and the run that was opened for it.
    private struct Start: Sendable {
        let material: ThreadDigest.Material
        let asked: DigestRequest
        let admission: ModelGate.Admission
        var run: Run
        let lease: Duration
        /// Whether the call has to wait until others have given back what they have reserved.
        let awaitsRoom: Bool
    }

    /// Returns when the work has ended.
    ///
    /// - Returns: How it is still to be ended, where it could not even begin or its end could not be written, and what was used
    ///   where that is more than is stored.
    func run(_ work: WakeupRequest, _ interruption: Interruption) async -> (ending: RunEnding, totals: RunTotals?)? {
        var used: RunTotals?
        do {
            guard var start = try await begin(work) else { return nil }
            if let ending = try await awaitRoom(start, work, interruption) {
                try await fail(work, start, ending, ModelGate.Answer())
                return nil
            }
            let began = workplace.time.now()
            let outcome = await call(start, work, interruption)
            start.run = outcome.run ?? start.run
            used = RunTotals(outcome.answer)
            if let ending = outcome.ending ?? outcome.error.map({ ending(for: $0, work) }) {
                try await fail(work, start, ending, outcome.answer)
            } else {
                try await finish(work, start, outcome.answer, since: began)
            }
            return nil
        } catch is LostClaim {
            return nil
        } catch let error as Refusal {
            return (error.ending, used)
        } catch {
            return (ending(for: error, work), used)
        }
    }

    private struct Outcome: Sendable {
        var answer = ModelGate.Answer()
        /// As it went on, when another provider had to be asked.
        var run: Run?
        var error: (any Error)?
        var ending: RunEnding?
    }

    /// Asks the model, unless the work is stopped or held up meanwhile.
    private func call(_ start: Start, _ work: WakeupRequest, _ interruption: Interruption) async -> Outcome {
        let progress = Progress(work, lease: start.lease, in: workplace)
        let outcome = await interruption.during { [gate, store = workplace.store] () -> Outcome in
            var outcome = Outcome()
            var admission = start.admission
            var run = start.run
            do {
                try await gate.call(
                    start.asked.request, through: &admission, partial: &outcome.answer,
                    onTurn: {
                        let bearing = try await store.read { try work.bearing(in: $0) }
                        guard let bearing else { throw LostClaim() }
                        guard bearing.stop == nil, bearing.mayGoOn else {
                            throw Refusal(ending: .putOff("The work was held up."))
                        }
                    },
                    onReroute: { error, from, next in
                        let moved = try await gate.move(
                            run, of: work, step: 0, after: error, from: from, to: next, start.asked.request)
                        run = moved ?? run
                        return moved != nil
                    }, onProgress: progress.note, onText: { _ in })
            } catch { outcome.error = error }
            outcome.run = run
            return outcome
        }
        var found = outcome ?? Outcome()
        if interruption.isRaised, outcome == nil || found.error != nil { found.ending = .putOff("The work was held up.") }
        return found
    }

    /// Waits, if the call has to, until what it may cost is reserved.
    private func awaitRoom(
        _ start: Start, _ work: WakeupRequest, _ interruption: Interruption
    ) async throws -> RunEnding? {
        guard start.awaitsRoom else { return nil }
        return try await room.enter(
            BudgetRoom.Call(
                work: work, employee: nil, run: start.run, step: 0, admission: start.admission, lease: start.lease,
                request: start.asked.request), interruption)
    }

    private func begin(_ work: WakeupRequest) async throws -> Start? {
        let (gate, workplace) = (gate, workplace)
        return try await workplace.store.write { transaction in
            guard let bearing = try work.bearing(in: transaction) else { throw LostClaim() }
            do {
                // What a stop makes of the end, `Run.finish` knows.
                guard bearing.stop == nil, bearing.mayGoOn else { throw Refusal(ending: .putOff("The work was held up.")) }
                guard let thread = work.threadID else { throw RuleViolation.notFound("thread") }
                let company = try Company.require(work.companyID, in: transaction)
                let material = try ThreadDigest.material(of: thread, in: company.id, transaction)
                let admission = try gate.mostPrivate(in: material.thread, for: work.agentID, of: company, transaction)
                guard
                    let asked = try DigestRequest(
                        material, company: company, model: admission.model, window: admission.window)
                else {
                    try Run.finish(nil, of: work, as: .answered(""), totals: RunTotals(), message: nil, in: transaction)
                    return nil
                }
                let run = try Run.begin(
                    work, provider: admission.provider.kind.rawValue, at: admission.provider.id, model: admission.model,
                    practice: admission.provider.kind == .practice, in: transaction)
                let lease = workplace.limits.lease(at: admission)
                _ = try work.extend(by: lease, in: transaction)
                let room = try gate.reserve(for: run, step: 0, through: admission, in: transaction) { asked.request }
                var awaitsRoom = false
                switch room {
                case .granted: break
                case .busy: awaitsRoom = true
                case .refused(let ending): throw Refusal(ending: ending)
                }
                return Start(
                    material: material, asked: asked, admission: admission, run: run, lease: lease, awaitsRoom: awaitsRoom)
            } catch let error as ContextTooSmall {
                throw Refusal(ending: .failed(.contextTooSmall, message: "\(error)", partial: "", retryAt: nil))
            } catch let error as RuleViolation {
                throw Refusal(ending: .failed(.program, message: "\(error)", partial: "", retryAt: nil))
            } catch let error as ModelError {
                throw Refusal(ending: .refused(error, at: transaction.now))
            }
        }
    }

    private func finish(
        _ work: WakeupRequest, _ start: Start, _ answer: ModelGate.Answer, since began: Timestamp
    ) async throws {
        let summary = Thought.removed(from: answer.text, known: []).trimmed.cut(
            toTokens: DigestRequest.mostTokens * 2, at: .words)
        guard !summary.isEmpty else {
            return try await fail(
                work, start, .failed(.noProgress, message: "The model wrote no summary.", partial: "", retryAt: nil), answer)
        }
        try await workplace.store.write { transaction in
            let totals = RunTotals(answer)
            guard let bearing = try work.bearing(in: transaction) else {
                return try Run.leave(start.run.id, totals: totals, in: transaction)
            }
            let step = RunStep(
                runID: start.run.id, step: 0, wakeupID: work.id, provider: start.run.provider, model: start.run.model,
                text: summary, promptTokens: answer.usage.prompt, completionTokens: answer.usage.completion,
                cacheReadTokens: answer.usage.cacheRead, costUsd: answer.cost, costKind: answer.costKind,
                finishReason: answer.finish, startedAt: began, endedAt: transaction.now, providerID: start.run.providerID)
            try RunStep.record(step, totals: totals, of: work, in: transaction)
            // Whoever stopped it wants no summary, even one that is made.
            if bearing.stop == nil {
                try ThreadDigest.renew(start.material, summary: summary, upTo: start.asked.last, in: transaction)
            }
            try Run.finish(start.run, of: work, as: .answered(""), totals: totals, message: nil, in: transaction)
        }
    }

    /// Ends a run that came to nothing; the digest stays as it was.
    private func fail(
        _ work: WakeupRequest, _ start: Start, _ ending: RunEnding, _ answer: ModelGate.Answer
    ) async throws {
        try await workplace.store.write { transaction in
            let totals = RunTotals(answer)
            let isHeld = try Run.finish(start.run, of: work, as: ending, totals: totals, message: nil, in: transaction)
            if !isHeld { try Run.leave(start.run.id, totals: totals, in: transaction) }
        }
    }

    private func ending(for error: any Error, _ work: WakeupRequest) -> RunEnding {
        switch error {
        case is CancellationError: return .putOff("The server was asked to stop.")
        case let refusal as Refusal: return refusal.ending
        case let away as ProviderAway: return .putOff(away.asFailure.message, until: away.refusal.until)
        case let error as ModelError:
            let delay = RetryPolicy.delay(after: error, failures: work.failureCount, random: workplace.random())
            return .failed(
                .model(error.class), message: error.message, partial: "", retryAt: delay.map { workplace.time.now() + $0 })
        default:
            let delay = RetryPolicy.delayAfterFault(failures: work.failureCount, random: workplace.random())
            return .failed(.program, message: "\(error)", partial: "", retryAt: delay.map { workplace.time.now() + $0 })
        }
    }

    private struct Refusal: Error {
        let ending: RunEnding
    }
}

extension RunTotals {
    fileprivate init(_ answer: ModelGate.Answer) {
        self.init()
        promptTokens = answer.usage.prompt
        completionTokens = answer.usage.completion
        cost = answer.cost
        isPriceKnown = answer.isPriceKnown
        if answer.isAnything { costKind = answer.costKind }
    }
}
