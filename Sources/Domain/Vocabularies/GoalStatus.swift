/// Where a goal stands.
package enum GoalStatus: String, Vocabulary {
    case active
    case achieved
    case abandoned
}
