/// What an insight is about.
///
/// The database checks it.
package enum InsightCategory: String, Vocabulary {
    case operational
    case cost
    case org
    case workflow
    case anomaly
}

/// How urgent an insight is.
///
/// The database checks it.
package enum InsightSeverity: String, Vocabulary {
    case critical
    case warning
    case info
}
