import FoundationEssentials

/// Where a server keeps everything unless it is told otherwise.
enum DataLocation {
    /// The platform's folder for application data: `$XDG_DATA_HOME/team-x` or `~/.local/share/team-x` on Linux,
    /// `~/Library/Application Support/Team-X` on macOS.
    static var standard: String {
        let home = FileManager.default.homeDirectoryForCurrentUser.path()
        #if os(macOS)
        return home + "/Library/Application Support/Team-X"
        #else
        if let base = ProcessInfo.processInfo.environment["XDG_DATA_HOME"], base.hasPrefix("/") { return base + "/team-x" }
        return (home.hasSuffix("/") ? String(home.dropLast()) : home) + "/.local/share/team-x"
        #endif
    }
}
