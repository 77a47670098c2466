/// How much something matters, from ``low`` to ``critical``.
package enum Priority: String, Vocabulary {
    case low
    case medium
    case high
    case critical

    /// From 0 for ``low`` to 3 for ``critical``.
    package var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}

extension Priority: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
