import Domain
import Logging
import Store

/// Puts the minutes of meetings that have ended into the vault, also those that an earlier start did not get to.
struct MinutesFiling: Sendable {
    private let workplace: Workplace

    init(_ workplace: Workplace) { self.workplace = workplace }

    /// Goes on until the task is cancelled or the feed is closed.
    func run() async {
        let signs = workplace.store.feed.watch([.meetingEnded])
        await file()
        for await _ in signs { await file() }
    }

    private func file() async {
        do {
            for meeting in try await workplace.store.read({ try Meeting.unfiled(in: $0) }) {
                guard let minutes = meeting.minutesMd else { continue }
                let vault = workplace.store.vault
                let stored = try vault.keep(Array(minutes.utf8), for: meeting.companyID)
                try await workplace.store.write { try meeting.file(stored, in: vault, $0) }
            }
        } catch {
            workplace.logger.error("Minutes could not be filed.", metadata: ["error": "\(error)"])
        }
    }
}
