import Domain

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A run of another program that is given bytes and gives some back.
///
/// What must not be seen goes by standard input: arguments can be read by everybody on the machine.
struct ToolRun: Sendable {
    let path: String
    let arguments: [String]
    let environment: [String: String]

    struct Outcome: Sendable {
        /// `nil` when it was ended.
        let status: Int32?
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// Runs the program to its end.
    ///
    /// - Parameter milliseconds: How long it may say nothing before it is ended, as when it waits for a window that nobody sees.
    /// - Returns: `nil` when it could not be started.
    func run(input: [UInt8], patience milliseconds: Int32) -> Outcome? {
        guard let into = Pair.sockets(), let out = Pair.pipe(), let wrong = Pair.pipe() else { return nil }
        defer { [into, out, wrong].forEach { $0.close() } }
        guard let child = start([into.theirs, out.theirs, wrong.theirs]) else { return nil }
        [into, out, wrong].forEach { $0.closeTheirs() }
        into.send(input)
        into.closeOurs()
        var texts: [[UInt8]] = [[], []]
        var isOpen = [true, true]
        while isOpen.contains(true) {
            var looks = [out, wrong].enumerated().map { pollfd(fd: isOpen[$0] ? $1.ours : -1, events: Int16(POLLIN), revents: 0) }
            let count = poll(&looks, nfds_t(looks.count), milliseconds)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                kill(child, SIGKILL)
                _ = Self.wait(for: child)
                return Outcome(status: nil, output: [], errors: [])
            }
            for index in looks.indices where looks[index].revents != 0 {
                let bytes = Pair.read(looks[index].fd)
                texts[index] += bytes
                if bytes.isEmpty || texts[index].count > 1 << 20 { isOpen[index] = false }
            }
        }
        return Outcome(status: Self.wait(for: child), output: texts[0], errors: texts[1])
    }

    /// Starts it with these three as its standard streams.
    private func start(_ streams: [Int32]) -> pid_t? {
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() { posix_spawn_file_actions_adddup2(&actions, stream, Int32(number)) }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var child: pid_t = 0
        // A program that was put there this moment may still be open for writing in a child of another thread, for as long as
        // that takes to begin.
        for _ in 0..<50 {
            let failure = posix_spawn(&child, path, &actions, nil, &words, &variables)
            guard failure == ETXTBSY else { return failure == 0 ? child : nil }
            poll(nil, 0, 10)
        }
        return nil
    }

    private static func wait(for child: pid_t) -> Int32? {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }
}

/// The two ends of a connection to a child, which only the child's standard streams hand on.
private final class Pair {
    private(set) var ours: Int32
    private(set) var theirs: Int32

    private init(ours: Int32, theirs: Int32) {
        self.ours = ours
        self.theirs = theirs
        for end in [ours, theirs] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    static func pipe() -> Pair? {
        var ends: [Int32] = [-1, -1]
        return systemPipe(&ends) == 0 ? Pair(ours: ends[0], theirs: ends[1]) : nil
    }

    /// For writing: unlike a pipe it can be written without a signal when the other side is gone.
    static func sockets() -> Pair? {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        #if !canImport(Glibc)
        var on: Int32 = 1
        setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return Pair(ours: ends[0], theirs: ends[1])
    }

    func send(_ bytes: [UInt8]) {
        #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
        #else
        let flags: Int32 = 0
        #endif
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemSend(ours, $0.baseAddress, $0.count, flags) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    static func read(_ descriptor: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = systemRead(descriptor, &buffer, buffer.count)
        return Array(buffer.prefix(max(0, count)))
    }

    func closeOurs() {
        if ours >= 0 { systemClose(ours) }
        ours = -1
    }

    func closeTheirs() {
        if theirs >= 0 { systemClose(theirs) }
        theirs = -1
    }

    func close() {
        closeOurs()
        closeTheirs()
    }
}

private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    send(descriptor, bytes, count, flags)
}

private func systemClose(_ descriptor: Int32) { close(descriptor) }
