import Domain
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The program of this machine that shows an address in the person's browser.
struct BrowserProgram: Hashable, Sendable {
    let path: String
    let environment: [String: String]

    /// The program, where there is one and somebody can see what it shows.
    ///
    /// - Parameter isExecutable: Whether there is a program at a path.
    static func find(
        environment: [String: String],
        isExecutable: (String) -> Bool = { FileManager.default.isExecutableFile(atPath: $0) }
    ) -> BrowserProgram? {
        #if os(macOS)
        let (name, isSeen) = ("open", true)
        #else
        let name = "xdg-open"
        let isSeen = ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].contains { environment[$0]?.isEmpty == false }
        #endif
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
        guard isSeen, let path = folders.map({ "\($0)/\(name)" }).first(where: isExecutable) else { return nil }
        return BrowserProgram(path: path, environment: environment.filter { isPassed($0.key) })
    }

    /// Whether a browser is given a variable: what it needs to be seen, and no secret that the server was started with.
    private static func isPassed(_ name: String) -> Bool {
        passed.contains(name) || name.hasPrefix("XDG_") || name.hasPrefix("LC_")
    }

    private static let passed: Set = [
        "PATH", "HOME", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANG", "BROWSER", "XAUTHORITY", "TERM",
    ]

    /// Shows the cockpit by way of a page on disk.
    ///
    /// - Parameter folder: The server's data directory, where it is known.
    /// - Returns: Whether it was started; `false` also when the page cannot be written.
    @discardableResult func open(_ address: CockpitAddress, through folder: String?) -> Bool {
        do throws(SecretStoreError) { return open(try EntryPage(to: address, in: folder).address) } catch { return false }
    }

    /// Shows an address, which everybody on this machine may see.
    ///
    /// Nobody waits for the browser: a shell puts it into the background, where neither Ctrl-C nor the end of this program
    /// reaches it, and what it says is not heard.
    ///
    /// - Returns: Whether it was started.
    @discardableResult func open(_ address: String) -> Bool {
        #if canImport(Glibc)
        var attributes = posix_spawnattr_t()
        #else
        var attributes: posix_spawnattr_t?
        #endif
        guard posix_spawnattr_init(&attributes) == 0 else { return false }
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let line = #""$0" "$1" </dev/null >/dev/null 2>&1 &"#
        let arguments: [String] = ["/bin/sh", "-c", line, path, address]
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawn(&child, "/bin/sh", nil, &attributes, &words, &variables) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return false } }
        return status == 0
    }
}
