/// What sort of answer a question wants.
package enum QuestionKind: String, Vocabulary {
    case text
    case choice
    case approval
    case file
}

/// How a question for approval is answered.
package enum Approval: String, Vocabulary {
    case approved
    case denied
}

/// Where a question stands.
package enum QuestionStatus: String, Vocabulary {
    case open
    case answered
    case cancelled
}
