import Domain
import Logging
import Store

/// One look into the queue: takes back what has lapsed, starts the routines that are due, claims what may begin, and tells when
/// to look again.
struct QueueLook: Sendable {
    /// What one look leaves for the next.
    struct State: Sendable {
        /// The company that was served last.
        var last: Company.ID?
        /// What the choice of providers depends on; read anew when that has changed.
        var load: ProviderLoad?
        /// How many turns the strategy lets go on at the same time; `nil` where none is chosen.
        var strategySlots: Int?
        /// When quiet hours next begin or end.
        var quietChange: Timestamp?
    }

    struct Found: Sendable {
        var state: State
        var claimed: [WakeupRequest] = []
        var lapsed: [WakeupRequest] = []
        var stuck: [(work: WakeupRequest, reason: String)] = []
        /// The routines that could not be run.
        var failed: [(routine: Routine.ID, reason: String)] = []
        /// Whether something that goes on has lost its claim.
        var isCutOff = false
        /// How many turns may go on at the same time.
        var slots: Int
        /// When it is worth looking again without a sign.
        var next: Timestamp?
    }

    private let workplace: Workplace
    private let lease: WakeupRequest.Lease

    init(_ workplace: Workplace, lease: WakeupRequest.Lease) {
        self.workplace = workplace
        self.lease = lease
    }

    /// A database that takes no writes, because the disk is full, ends nothing: the next look is a little later.
    func callAsFunction(_ state: State, inUse: Int, rulesChanged: Bool) async -> Found {
        do {
            let found = try await workplace.store.write { transaction in
                try look(state, inUse: inUse, rulesChanged: rulesChanged, in: transaction)
            }
            for (work, reason) in found.stuck {
                workplace.logger.error(
                    "A claim that has lapsed could not be taken back.", metadata: ["wakeup": "\(work.id)", "error": "\(reason)"])
            }
            for (routine, reason) in found.failed {
                workplace.logger.warning(
                    "A routine could not be run.", metadata: ["routine": "\(routine)", "error": "\(reason)"])
            }
            for work in found.lapsed {
                workplace.logger.warning("A claim lapsed; its work is tried again.", metadata: ["wakeup": "\(work.id)"])
            }
            return found
        } catch {
            workplace.logger.error("No work could be taken; the next look is in a moment.", metadata: ["error": "\(error)"])
            // What was to be settled in this look is settled in the next.
            let again = State(last: state.last)
            return Found(state: again, slots: workplace.limits.slots, next: workplace.time.now() + Self.pause)
        }
    }

    /// How long to wait after the database could not be written.
    private static let pause = Duration.seconds(5)

    private func look(_ state: State, inUse: Int, rulesChanged: Bool, in transaction: any Transaction) throws -> Found {
        var found = Found(state: state, slots: workplace.limits.slots)
        (found.lapsed, found.stuck) = try WakeupRequest.takeBackLapsed(epoch: lease.epoch, in: transaction)
        let rulesChanged = rulesChanged || state.load == nil
        found.isCutOff = try Meeting.endOverdue(in: transaction) || !found.lapsed.isEmpty
        if rulesChanged || state.quietChange.map({ $0 <= transaction.now }) ?? false {
            found.state.quietChange = try QuietHours.settle(in: transaction)
        }
        let nextMonth = try BudgetPolicy.settleMonths(in: transaction)
        if rulesChanged {
            let choice = try ModelChoice(for: workplace.providers, in: transaction)
            found.state.load = ProviderLoad(choice, health: workplace.health, roles: workplace.roles)
            found.state.strategySlots = try Setting.strategy(in: transaction)?.resolved(
                on: workplace.machine, hasLocal: choice.reach.hasLocal, hasCloud: choice.reach.hasCloud
            ).slots
        }
        let slots = try Setting.slots(in: transaction) ?? found.state.strategySlots ?? workplace.limits.slots
        found.slots = slots
        let due = try Routine.startDue(zone: workplace.zone, in: transaction)
        found.failed = due.failed
        let free = slots - inUse
        if free > 0, var load = found.state.load {
            try load.count(in: transaction)
            found.claimed = try WakeupRequest.claim(free, lease: lease, after: state.last, in: transaction) {
                try load.admit($0, in: transaction)
            }
            found.state.last = found.claimed.last?.companyID ?? state.last
            found.next = load.reopening
        }
        found.next = try [
            found.next,
            WakeupRequest.nextDue(in: transaction), WakeupRequest.nextLapse(epoch: lease.epoch, in: transaction),
            Meeting.nextOverrun(in: transaction), found.state.quietChange, nextMonth, Routine.nextDue(in: transaction),
            due.hasMore ? transaction.now : nil,
        ].compactMap { $0 }.min()
        return found
    }
}
