import Domain
import Store

/// Where calls wait whose budget has room for them but for what others have reserved.
///
/// Each of those ends, and gives back what it did not need; nobody who waits here has reserved anything.
struct BudgetRoom: Sendable {
    private let workplace: Workplace
    private let gate: ModelGate

    init(_ workplace: Workplace, gate: ModelGate) {
        self.workplace = workplace
        self.gate = gate
    }

    /// What waits.
    struct Call: Sendable {
        let work: WakeupRequest
        let employee: Employee?
        let run: Run
        let step: Int
        let admission: ModelGate.Admission
        let lease: Duration
        let request: ModelRequest
    }

    private enum Next {
        case begin
        case wait
        case end(RunEnding)
    }

    /// Returns when what the call may cost is reserved.
    ///
    /// - Returns: How the run ends instead, if it may not go on.
    /// - Throws: ``LostClaim``, ``StoreError``.
    func enter(_ call: Call, _ interruption: Interruption) async throws -> RunEnding? {
        let signs = workplace.store.feed.watch([
            .runStep, .embeddingEnded, .workCompleted, .workFailed, .workCancelled, .budgetPolicyUpdated, .budgetPolicyDeleted,
            .employeeFired, .workStopping, .companyPaused,
        ])
        let worst = gate.worstCase(of: call.request, through: call.admission)
        while true {
            switch try await next(call, worst) {
            case .begin: return nil
            case .end(let ending): return ending
            case .wait: break
            }
            // The claim is to be extended before it lapses, also where nothing happens for long.
            let latest = workplace.time.now() + max(.seconds(30), call.lease - .seconds(30))
            _ = await interruption.during { await Self.sign(signs, or: latest, by: workplace.time) }
            if Task.isCancelled { return .putOff("The server was asked to stop.") }
            if interruption.isRaised { return .putOff("The work was held up.") }
        }
    }

    /// Returns when there is a sign, or at the latest then.
    private static func sign(_ signs: AsyncStream<Void>, or latest: Timestamp, by time: any TimeSource) async {
        await withTaskGroup(of: Void.self) { race in
            race.addTask { for await _ in signs { return } }
            race.addTask { try? await time.sleep(until: latest) }  // cancelled: there was a sign
            await race.next()
            race.cancelAll()
        }
    }

    private func next(_ call: Call, _ worst: Money?) async throws -> Next {
        try await workplace.store.write { [gate] transaction in
            guard let bearing = try call.work.bearing(in: transaction), try call.work.extend(by: call.lease, in: transaction)
            else { throw LostClaim() }
            // What a stop makes of the end, `Run.finish` knows.
            guard bearing.stop == nil, bearing.mayGoOn else {
                return .end(.putOff(call.employee.map { bearing.holdUp(of: $0) } ?? "The work was held up."))
            }
            let policies = try BudgetPolicy.applying(to: call.run, in: transaction)
            let room = try gate.reserve(
                worst, for: call.run, step: call.step, from: policies, through: call.admission, in: transaction)
            switch room {
            case .granted: return .begin
            case .busy: return .wait
            case .refused(let ending): return .end(ending)
            }
        }
    }
}
