/// What became of a person's words for a turn that went on.
package enum GuidanceStatus: String, Vocabulary {
    /// The turn has not made a model call since.
    case waiting
    /// The turn knows of it.
    case taken
    /// The turn had ended by then; it is a message like any other.
    case message
    /// The person took it back by writing something else in its place.
    case dropped
}
