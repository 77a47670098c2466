/// Lets so many in at the same time; the others wait, first come, first served.
///
/// Tests run side by side by the hundred. What costs sockets must not: beyond some 1,300 open files, starting a process reads
/// behind the end of a list of them (Foundation on Linux copies whole directory entries).
package actor Turnstile {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(_ count: Int) { free = count }

    /// Each is to be followed by ``leave()``.
    package func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    package func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
