/// What a human is asked to decide.
package enum ApprovalKind: String, Vocabulary {
    case authorityRequest = "authority-request"
    case plannerRequest = "planner-request"
    case runtimeRequest = "runtime-request"
    case routineRequest = "routine-request"
    case budgetException = "budget-exception"
    case deliverableReview = "deliverable-review"
    case artifactPublish = "artifact-publish"
}

/// Where an approval item stands.
package enum ApprovalStatus: String, Vocabulary {
    case pending
    case approved
    case denied
    case dismissed
}

/// What sort of thing an approval item is about.
package enum ApprovalSubject: String, Vocabulary {
    case budgetPolicy = "budget-policy"
    case `extension`
    case planner
    case company
    case employee
    case runtimeProfile = "runtime-profile"
    case routine
    case deliverable
    case artifact
}

/// How an approval was decided.
package enum ApprovalVerdict: String, Vocabulary {
    case approved
    case denied
    case dismissed
}
