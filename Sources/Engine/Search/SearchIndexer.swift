package import Domain
import Logging
import ServiceLifecycle
import Store

/// Keeps what search goes by up to date, by following the log of every company.
///
/// How far it has come is a row, and so is all that waits to be read: whatever ends it, it goes on where it was. It looks when
/// something was said or done that can be found, when what decides about embedding has changed, and when a provider is to be
/// tried again; in between it does nothing.
package struct SearchIndexer: Service, CustomStringConvertible {
    package var description: String { "search" }

    private let workplace: Workplace
    private let gate: ModelGate

    package init(_ workplace: Workplace) {
        self.workplace = workplace
        gate = ModelGate(workplace)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await follow() }
    }

    private func follow() async {
        let signs = DispatchSigns {}
        let causes = workplace.store.feed.watch(SearchIndex.causes.union([.indexRebuildRequested]))
        let rules = workplace.store.feed.watch([
            .settingChanged, .providerAdded, .providerUpdated, .providerRemoved, .companyResumed, .companyUpdated,
            .budgetPolicyUpdated, .budgetPolicyDeleted,
        ])
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await _ in causes { signs.raise(.work) }
                signs.finish()
            }
            group.addTask { for await _ in rules { signs.raise(.rules) } }
            signs.raise([.work, .time])
            var alarm: Timestamp?
            for await _ in signs.stream {
                let raised = signs.take()
                let next = await catchUp(everywhere: raised != .work, forgiving: raised.contains(.rules))
                if let next, alarm.map({ next < $0 || $0 <= workplace.time.now() }) ?? true {
                    alarm = next
                    group.addTask {
                        do { try await workplace.time.sleep(until: next) } catch { return }
                        signs.raise(.work)
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// Reads all that is to be read in all companies.
    ///
    /// - Parameters:
    ///   - everywhere: Also looks where nothing has happened, because another embedder may have been chosen.
    ///   - forgiving: Whether providers that have failed are asked again at once.
    /// - Returns: When a provider is to be tried again.
    package func catchUp(everywhere: Bool = true, forgiving: Bool = false) async -> Timestamp? {
        var next: Timestamp?
        do {
            let companies = try await workplace.store.read { transaction in
                guard everywhere else { return try SearchIndex.behind(in: transaction) }
                return try Company.list(in: transaction).filter { $0.status != .archived }.map(\.id)
            }
            for company in companies {
                if Task.isCancelled { return next }
                if forgiving { try await workplace.store.write { try SearchIndex.forgetFailures(of: company, in: $0) } }
                let retry = try await IndexRound(company, workplace, gate).run()
                next = [next, retry].compactMap { $0 }.min()
            }
        } catch is CancellationError {
            return next
        } catch {
            workplace.logger.error("What can be found could not be brought up to date.", metadata: ["error": "\(error)"])
            return workplace.time.now() + .seconds(60)
        }
        return next
    }
}
