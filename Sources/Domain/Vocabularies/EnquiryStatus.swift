/// What became of a question from one employee to another.
package enum EnquiryStatus: String, Vocabulary {
    /// The colleague has not answered.
    case open
    case answered
    /// There will be no answer.
    case unanswered
}
