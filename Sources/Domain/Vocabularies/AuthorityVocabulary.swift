/// Whom an authority grant is for.
package enum GrantScope: String, Vocabulary {
    case company
    case employee
    case `extension`
}

/// What sort of thing a permission is about.
package enum ResourceKind: String, Vocabulary {
    case capability
    case path
}

/// What a grant says to a use of its resource.
package enum Permission: String, Vocabulary {
    case allow
    case deny
    case prompt
}

/// Where a request for authority stands.
package enum AuthorityRequestStatus: String, Vocabulary {
    case pending
    case approved
    case denied
}
