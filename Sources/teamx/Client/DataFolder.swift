import FoundationEssentials

/// The folder that holds a server's data when none is named: the platform's place for the data of applications.
enum DataFolder {
    /// `TEAMX_DATA`; else `~/Library/Application Support/Team-X` on macOS and `team-x` under `XDG_DATA_HOME`, which is
    /// `~/.local/share` unless set (XDG Base Directory Specification), elsewhere.
    static func standard(environment: [String: String]) -> String {
        if let chosen = environment["TEAMX_DATA"], !chosen.isEmpty { return chosen }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "."
        #if os(macOS)
        return home + "/Library/Application Support/Team-X"
        #else
        if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") { return base + "/team-x" }
        return home + "/.local/share/team-x"
        #endif
    }

    /// The same folder by its path from the root, so that it is known again from everywhere.
    static func absolute(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var resolved = URL(filePath: whole).standardized.resolvingSymlinksInPath().path(percentEncoded: false)
        while resolved.count > 1, resolved.hasSuffix("/") { resolved.removeLast() }
        return resolved
    }
}
