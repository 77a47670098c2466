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
