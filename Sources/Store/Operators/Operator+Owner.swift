package import Domain

extension Operator {
    /// The person whose machine this is, made at the first start.
    ///
    /// - Throws: ``StoreError``.
    package static func owner(in transaction: any Transaction) throws -> Operator {
        if let first = try transaction.select(Operator.self, "ORDER BY created_at, id LIMIT 1").first { return first }
        let owner = Operator(
            id: transaction.makeID(), displayName: "Owner", createdAt: transaction.now, updatedAt: transaction.now)
        try transaction.insert(owner)
        return owner
    }
}

extension OperatorMembership {
    static func grantOwnership(of company: Company.ID, to owner: Operator.ID, in transaction: any Transaction) throws {
        try transaction.insert(
            OperatorMembership(
                id: transaction.makeID(), operatorID: owner, companyID: company, role: .owner, canApproveBudget: true,
                canApproveAuthority: true, canManageRoutines: true, canManageRuntimes: true, createdAt: transaction.now,
                updatedAt: transaction.now))
    }
}
