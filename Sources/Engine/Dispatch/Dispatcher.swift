import Domain
import Logging
import ServiceLifecycle
import Store

/// Starts all work there is, and nothing else does.
///
/// It looks into the queue when something was queued, when a turn has ended, when what decides about work has changed, and
/// when the next piece of work that had to wait, or the next routine, is due; in between it does nothing at all. Asked to stop, it claims no more,
/// lets running turns end for a while, and then puts them off; each goes on where it stood after the next start.
package struct Dispatcher: Service, CustomStringConvertible {
    /// The service's name in logs; without one its whole contents would be put into words.
    package var description: String { "dispatcher" }

    private let workplace: Workplace
    private let turns: TurnRunner
    private let look: QueueLook
    private let pulse: DispatchPulse

    /// - Parameters:
    ///   - epoch: The server's, as ``ServerEpoch/begin(bootID:process:in:)`` gave it.
    ///   - pulse: Where it shows that it is alive.
    package init(_ workplace: Workplace, epoch: Int, pulse: DispatchPulse? = nil) {
        self.workplace = workplace
        self.pulse = pulse ?? DispatchPulse(slots: workplace.limits.slots)
        turns = TurnRunner(workplace)
        look = QueueLook(workplace, lease: WakeupRequest.Lease(epoch: epoch, length: workplace.limits.lease))
    }

    package func run() async {
        let slots = Slots(workplace.limits.slots)
        let signs = DispatchSigns { [pulse, time = workplace.time] in pulse.expect(at: time.now()) }
        let work = workplace.store.feed.watch([
            .workQueued, .workFailed, .ticketUnblocked, .ticketUpdated, .goalUpdated, .projectUpdated, .projectTicketLinked,
        ])
        let rules = workplace.store.feed.watch([
            .companyResumed, .companyUpdated, .employeeUpdated, .employeeFired, .settingChanged, .providerAdded, .providerUpdated,
            .providerRemoved, .secretSet, .secretRemoved, .budgetPolicyUpdated, .budgetPolicyDeleted,
        ])
        let plans = workplace.store.feed.watch([.routineCreated, .routineUpdated])
        let halts = workplace.store.feed.watch([
            .workStopping, .companyPaused, .companyUpdated, .companyArchived, .employeeUpdated, .employeeFired,
            .ticketBlocked, .ticketUpdated, .ticketClosed, .goalUpdated, .projectUpdated,
        ])
        let health = workplace.health.changes()
        await withDiscardingTaskGroup { group in
            group.addTask { await MinutesFiling(workplace).run() }
            group.addTask {
                for await _ in work { signs.raise(.work) }
                signs.finish()
            }
            group.addTask { for await _ in rules { signs.raise(.rules) } }
            group.addTask { for await _ in health { signs.raise(.rules) } }
            group.addTask { for await _ in plans { signs.raise(.time) } }
            group.addTask { for await _ in halts { await turns.cutOff() } }
            await withGracefulShutdownHandler {
                await dispatch(in: &group, slots: slots, signs: signs)
            } onGracefulShutdown: {
                signs.finish()
            }
            await waitForTurns(slots)
            group.cancelAll()
        }
    }

    /// Returns when all turns have ended or the time of grace is over.
    private func waitForTurns(_ slots: Slots) async {
        await withTaskGroup(of: Void.self) { race in
            race.addTask { await slots.waitUntilFree() }
            race.addTask {
                let end = workplace.time.now() + workplace.limits.grace
                try? await workplace.time.sleep(until: end)  // cancelled: the wait is over
            }
            await race.next()
            race.cancelAll()
        }
    }

    private func dispatch(in group: inout DiscardingTaskGroup, slots: Slots, signs: DispatchSigns) async {
        var state = QueueLook.State()
        var alarm: Timestamp?
        signs.raise([.work, .rules, .time])
        for await _ in signs.stream {
            if Task.isShuttingDownGracefully { return }
            let raised = signs.take()
            pulse.looked(at: workplace.time.now())
            // The end of a turn is a sign, so there is no use in looking for work before that.
            guard slots.free > 0 || raised != .work else { continue }
            let found = await look(state, inUse: slots.inUse, rulesChanged: raised.contains(.rules))
            state = found.state
            slots.resize(to: found.slots)
            pulse.resize(to: found.slots)
            if found.isCutOff { group.addTask { await turns.cutOff() } }
            for work in found.claimed {
                slots.take()
                group.addTask {
                    await turns.run(work)
                    slots.give()
                    signs.raise(.work)
                }
            }
            if let next = found.next, alarm.map({ next < $0 || $0 <= workplace.time.now() }) ?? true {
                alarm = next
                pulse.expect(at: next)
                group.addTask {
                    do { try await workplace.time.sleep(until: next) } catch { return }
                    signs.raise(.time)
                }
            }
        }
    }
}
