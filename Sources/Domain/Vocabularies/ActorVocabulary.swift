/// Who wrote something: a message, a ticket, a schedule item.
package enum AuthorKind: String, Vocabulary {
    case user
    case employee
    case system
}

/// Who caused an event.
package enum ActorKind: String, Vocabulary {
    case user
    case employee
    case system
    case orchestrator
    case provider
}
