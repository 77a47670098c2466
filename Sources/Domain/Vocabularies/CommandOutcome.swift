/// How a command ended.
package enum CommandOutcome: String, Vocabulary {
    case ok
    case error
}
