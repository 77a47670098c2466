import Domain
import FoundationEssentials
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a secret comes from that somebody sets: never from the arguments.
enum SecretInput {
    /// The secret: from the variable that is named, from standard input, or typed on a terminal that does not show it.
    ///
    /// - Throws: ``CommandFailure`` when there is none.
    static func read(_ name: String, variable: String?, _ desk: ClientDesk) async throws -> String {
        var value: String?
        if let variable {
            value = ProcessInfo.processInfo.environment[variable]
            guard value != nil else { throw CommandFailure.usage("The environment variable \(variable) is not set.") }
        } else if desk.console.terminal.inputIsTerminal {
            desk.console.prompt("The key for \(SafeText.line(name)), which is not shown: ")
            value = try await NIOThreadPool.singleton.runIfActive { unseen { readLine() } }
            desk.console.prompt("\n")
        } else {
            value = try await NIOThreadPool.singleton.runIfActive {
                var text = ""
                while text.utf8.count < 1 << 17, let line = readLine(strippingNewline: false) { text += line }
                return text
            }
        }
        guard let value = value?.trimmed, !value.isEmpty else {
            throw CommandFailure.usage("No key came.", hint: "Give it on standard input: teamx key set NAME < FILE")
        }
        return value
    }

    /// Lets nothing be seen of what is typed meanwhile.
    private static func unseen<Value>(_ body: () -> Value) -> Value {
        var before = termios()
        guard tcgetattr(0, &before) == 0 else { return body() }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(0, TCSAFLUSH, &quiet)
        defer { tcsetattr(0, TCSAFLUSH, &before) }
        return body()
    }
}
