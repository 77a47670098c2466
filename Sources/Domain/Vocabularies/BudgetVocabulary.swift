/// What a budget is set for.
package enum BudgetScope: String, Vocabulary {
    case company
    case employee
    case runtimeProfile = "runtime-profile"
    case routine
}

/// After what time a budget starts anew.
package enum BudgetPeriod: String, Vocabulary {
    case monthly
}

/// What has become of money that was set aside for a model call.
package enum ReservationState: String, Vocabulary {
    /// The call is under way.
    case held
    /// It has cost something, which may be less.
    case settled
    /// It has cost nothing.
    case released
}

/// How a budget stands.
package enum BudgetAlert: String, Vocabulary {
    case ok
    /// Spending has passed the share at which to warn.
    case warning
    /// It is used up, or what is left is less than the next call may cost.
    case exceeded
}
