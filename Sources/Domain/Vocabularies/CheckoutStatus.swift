/// Where a lease on a ticket stands.
package enum CheckoutStatus: String, Vocabulary {
    case active
    case released
    case expired
    case completed
    case blocked
}
