import Domain
import Store

extension TurnRunner {
    /// Reads the context, chooses the model and opens the run, in one transaction.
    func begin(_ work: WakeupRequest) async throws -> Turn.Start {
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
                    budget: context.budget(admission, tools: tools, workplace.limits), seesImages: admission.seesImages,
                    now: transaction.now)
            } catch let error as ContextTooSmall {
                throw CannotBegin(ending: .failed(.contextTooSmall, message: "\(error)", partial: "", retryAt: nil))
            } catch let error as RuleViolation {
                throw CannotBegin(ending: .failed(.program, message: "\(error)", partial: "", retryAt: nil))
            } catch let error as ModelError {
                throw CannotBegin(ending: .refused(error, at: transaction.now))
            }
            let run = try Run.begin(
                work, provider: admission.provider.kind.rawValue, at: admission.provider.id, model: admission.model,
                practice: admission.provider.kind == .practice, context: opening.figures(of: context), in: transaction)
            let lease = workplace.limits.lease(at: admission)
            _ = try work.extend(by: lease, in: transaction)
            if let ticket = context.ticket, context.isOwnTicket {
                try ticket.start(in: transaction)
                try TicketCheckout.note(run.id, of: work, in: transaction)
            }
            if !context.guidance.isEmpty { try Guidance.takeAgain(for: work, run: run.id, in: transaction) }
            var start = Turn.Start(
                context: context, admission: admission, run: run, lease: lease, message: transaction.makeID(),
                opening: opening, temperature: roles.role(of: context.employee)?.temperature)
            let room = try gate.reserve(for: run, step: 0, through: admission, in: transaction) {
                Turn(start: start, limits: workplace.limits).request(tools: tools.offer(context))
            }
            switch room {
            case .granted: break
            case .busy: start.awaitsRoom = true
            case .refused(let ending): throw CannotBegin(ending: ending)
            }
            return start
        }
    }
}

extension RunEnding {
    /// The end of work for which no model could be chosen; where only the secrets are closed, it waits for them.
    static func refused(_ error: ModelError, at now: Timestamp) -> RunEnding {
        error.class == .secretsClosed
            ? .putOff(error.message, until: now + .seconds(60))
            : .failed(.model(error.class), message: error.message, partial: "", retryAt: nil)
    }
}

/// The turn cannot begin, and ends thus.
struct CannotBegin: Error {
    let ending: RunEnding
}
