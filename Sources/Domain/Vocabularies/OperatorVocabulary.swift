/// How an operator proves who they are.
package enum OperatorAuthMode: String, Vocabulary {
    case local
    case invited
    case cloud
}

/// What an operator is in a company.
package enum OperatorRole: String, Vocabulary {
    case owner
    case admin
    case `operator`
    case reviewer
}

/// Where a membership came from.
package enum MembershipSource: String, Vocabulary {
    case local
    case hosted
}
