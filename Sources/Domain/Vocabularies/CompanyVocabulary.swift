/// How a company wants its cockpit to look.
package enum Theme: String, Vocabulary {
    case dark
    case light
}

/// Whether a company works.
package enum CompanyStatus: String, Vocabulary {
    case running
    case meeting
    case paused
    case archived
}

/// How a company stands with the workspace in the cloud that it is linked with.
package enum CloudLinkState: String, Vocabulary {
    case unlinked
    case linked
    case error

    // Words that databases of the product's earlier life hold; they are no longer written.
    case linking
    case syncPaused = "sync-paused"
    case syncDegraded = "sync-degraded"
    case unlinking

    package static let writable: [Self] = [.unlinked, .linked, .error]
}
