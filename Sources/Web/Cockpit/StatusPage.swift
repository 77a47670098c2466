import Domain
import Engine
import Store

/// A page that needs no JavaScript: whether the server runs, and for whom.
enum StatusPage {
    /// - Parameter isSignedIn: Whether the companies are named.
    static func html(_ server: WebContext, isSignedIn: Bool) async throws -> String {
        let companies = try await isSignedIn ? server.store.read { try Company.list(in: $0) } : []
        let now = server.time.now()
        let isOverdue = server.pulse.isOverdue(at: now, since: server.startedAt)
        var rows = [
            ("State", isOverdue ? "Runs, but nobody looks for work" : "Runs"), ("Version", server.configuration.version),
            ("Up for", duration(now - server.startedAt)),
        ]
        if isSignedIn {
            rows += companies.map { ("Company", "\($0.name), \($0.status.rawValue)") }
            if companies.isEmpty { rows.append(("Companies", "None yet")) }
        } else {
            rows.append(("Companies", "Sign in to see them: teamx open"))
        }
        let lines = rows.map { "<tr><th scope=\"row\">\(escaped($0))</th><td>\(escaped($1))</td></tr>" }
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Team-X: status</title></head>
            <body>
            <h1>Team-X</h1>
            <table>
            \(lines.joined(separator: "\n"))
            </table>
            <p><a href="/">The cockpit</a></p>
            </body>
            </html>

            """
    }

    private static func duration(_ duration: Duration) -> String {
        let seconds = max(0, duration.components.seconds)
        let (days, hours, minutes) = (seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60)
        return days > 0 ? "\(days) d \(hours) h" : hours > 0 ? "\(hours) h \(minutes) min" : "\(minutes) min \(seconds % 60) s"
    }

    /// Text as it may stand anywhere in HTML.
    static func escaped(_ text: String) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
