import Domain
import Logging
import ServiceLifecycle
import Store

/// Starts all work there is, and nothing else does.
///
/// It looks into the queue when something was queued, when a turn has ended, and when the next piece of work that had to
/// wait is due; in between it does nothing at all. Asked to stop, it claims no more, lets running turns end for a while,
/// and then puts them off; each goes on where it stood after the next start.
package struct Dispatcher: Service, CustomStringConvertible {
    /// The service's name in logs; without one its whole contents would be put into words.
    package var description: String { "dispatcher" }

    private let workplace: Workplace
    private let turns: TurnRunner
    private let lease: WakeupRequest.Lease

    /// - Parameter epoch: The server's, as ``ServerEpoch/begin(bootID:process:in:)`` gave it.
    package init(_ workplace: Workplace, epoch: Int) {
        self.workplace = workplace
        turns = TurnRunner(workplace)
        lease = WakeupRequest.Lease(epoch: epoch, length: workplace.limits.lease)
    }

    package func run() async {
        let slots = Slots(workplace.limits.slots)
        let signs = workplace.store.feed.watch([.workQueued, .companyResumed, .companyUpdated, .employeeUpdated, .workFailed])
        let halts = workplace.store.feed.watch([
            .workStopping, .companyPaused, .companyUpdated, .companyArchived, .employeeUpdated, .employeeFired,
        ])
        let (ends, ended) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await _ in signs { ended.yield() }
                ended.finish()
            }
            group.addTask { for await _ in halts { await turns.cutOff() } }
            await withGracefulShutdownHandler {
                await dispatch(in: &group, slots: slots, signs: ends, sign: ended)
            } onGracefulShutdown: {
                ended.finish()
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

    private func dispatch(
        in group: inout DiscardingTaskGroup, slots: Slots, signs: AsyncStream<Void>, sign: AsyncStream<Void>.Continuation
    ) async {
        var alarm: Timestamp?
        sign.yield()
        for await _ in signs {
            if Task.isShuttingDownGracefully { return }
            let free = slots.free
            guard free > 0 else { continue }  // the end of a turn is a sign
            let found = await look(for: free)
            for work in found.claimed {
                slots.take()
                group.addTask {
                    await turns.run(work)
                    slots.give()
                    sign.yield()
                }
            }
            if let next = found.next, alarm.map({ next < $0 || $0 <= workplace.time.now() }) ?? true {
                alarm = next
                group.addTask {
                    do { try await workplace.time.sleep(until: next) } catch { return }
                    sign.yield()
                }
            }
        }
    }

    /// Claims due work, and says when it is worth looking again without a sign.
    ///
    /// A database that takes no writes, because the disk is full, ends nothing: the next look is a little later.
    private func look(for free: Int) async -> (claimed: [WakeupRequest], next: Timestamp?) {
        let lease = lease
        do {
            return try await workplace.store.write { transaction in
                (
                    try WakeupRequest.claim(free, lease: lease, in: transaction),
                    try WakeupRequest.nextDue(in: transaction)
                )
            }
        } catch {
            workplace.logger.error("No work could be taken; the next look is in a moment.", metadata: ["error": "\(error)"])
            return ([], workplace.time.now() + Self.pause)
        }
    }

    /// How long to wait after the database could not be written.
    private static let pause = Duration.seconds(5)
}
