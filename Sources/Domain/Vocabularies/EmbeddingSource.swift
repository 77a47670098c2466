/// What sort of row an embedded text came from.
package enum EmbeddingSource: String, Vocabulary {
    case message
    case ticket
    case vaultFile = "vault_file"
    case meetingMinutes = "meeting_minutes"
    case goal
    case project
}
