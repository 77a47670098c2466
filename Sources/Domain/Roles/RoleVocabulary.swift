/// How able a model a role asks for.
package enum ModelTier: String, Vocabulary {
    case high
    case mid
    case low
}

/// How far a role may decide by itself.
package enum DecisionAuthority: String, Vocabulary {
    case final
    case delegated
    case advisory
    case executive
}
