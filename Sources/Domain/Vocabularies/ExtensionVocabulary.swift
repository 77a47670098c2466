/// What an extension is.
package enum ExtensionKind: String, Vocabulary {
    case skill
    case mcp
}

/// Where an extension was installed from.
package enum ExtensionSource: String, Vocabulary {
    case local
    case github
    case marketplace
    case template

    // Words that databases of the product's earlier life hold; they are no longer written.
    case url

    package static let writable: [Self] = [.local, .github, .marketplace, .template]
}

/// Whether somebody has vouched for an extension.
package enum TrustState: String, Vocabulary {
    case trusted
    case pendingReview = "pending-review"
    case denied
}

/// Whether a skill is assigned to everyone or to one employee.
package enum AssignmentSource: String, Vocabulary {
    case workspaceDefault = "workspace-default"
    case employeeOverride = "employee-override"
}
