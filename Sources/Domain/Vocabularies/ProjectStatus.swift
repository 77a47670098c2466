/// Where a project stands.
package enum ProjectStatus: String, Vocabulary {
    case planning
    case active
    case completed
    case archived
}
