/// In which colours a person wants the cockpit.
package enum CockpitTheme: String, Vocabulary {
    /// Those of their machine.
    case system
    case light
    case dark
}

/// How close together things stand.
package enum CockpitDensity: String, Vocabulary {
    case comfortable
    case compact
}

/// What a screen reader is told of what happens by itself.
package enum CockpitAnnouncements: String, Vocabulary {
    case verbose
    /// Only that something begins and ends.
    case boundaries
    case off
}
