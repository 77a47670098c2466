package import Domain

/// A row that belongs to one company, and does not exist for any other.
package protocol CompanyRecord: Record {
    /// What people call it.
    static var noun: String { get }

    var companyID: Company.ID { get }
}

extension CompanyRecord {
    /// - Throws: ``RuleViolation/notFound(_:)`` also for a row of another company.
    package static func require(_ id: Identifier<Self>, of company: Company.ID, in transaction: any Transaction) throws -> Self {
        guard let found = try find(id, of: company, in: transaction) else { throw RuleViolation.notFound(noun) }
        return found
    }

    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` naming `field`, also for a row of another company.
    static func require(
        _ id: Identifier<Self>, of company: Company.ID, field: String, in transaction: any Transaction
    ) throws -> Self {
        guard let found = try find(id, of: company, in: transaction) else {
            throw RuleViolation.invalid(field: field, reason: "no \(noun) of this company has the id “\(id)”")
        }
        return found
    }

    private static func find(_ id: Identifier<Self>, of company: Company.ID, in transaction: any Transaction) throws -> Self? {
        guard let found = try transaction.find(Self.self, id), found.companyID == company else { return nil }
        return found
    }
}

extension Employee: CompanyRecord { package static let noun = "employee" }
extension Goal: CompanyRecord { package static let noun = "goal" }
extension Project: CompanyRecord { package static let noun = "project" }
extension Question: CompanyRecord { package static let noun = "question" }
extension Routine: CompanyRecord { package static let noun = "routine" }
extension Thread: CompanyRecord { package static let noun = "thread" }
extension Ticket: CompanyRecord { package static let noun = "ticket" }
extension VaultFile: CompanyRecord { package static let noun = "file" }
