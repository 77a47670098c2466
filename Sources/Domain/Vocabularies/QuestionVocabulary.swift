/// What sort of answer a question wants.
package enum QuestionKind: String, Vocabulary {
    case text
    case choice
    case approval
    case file
}

/// Where a question stands.
package enum QuestionStatus: String, Vocabulary {
    case open
    case answered
    case cancelled
}
