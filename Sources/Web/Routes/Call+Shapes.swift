import Domain
import HTTPTypes
import Store

// The two shapes that most routes have.
extension Call {
    /// A list of what the company of the path has.
    func list(
        _ items: @escaping @Sendable (_ company: Company.ID, _ transaction: any Transaction) throws -> [some Record]
    ) async throws -> Reply {
        try await store.read { .json(try ResponseJSON.list(try items(company(in: $0).id, $0))) }
    }

    /// Makes something in the company of the path, once for each `Idempotency-Key`: 201 when it is new, 200 when it was there.
    func create<R: Record>(
        _ make: @escaping @Sendable (_ company: Company.ID, _ key: String?, _ transaction: any Transaction) throws -> R
    ) async throws -> Reply {
        let key = try clientKey()
        return try await store.write { transaction in
            let company = try company(in: transaction).id
            if let known = try transaction.known(R.self, clientKey: key, company: company) {
                return try .json(of: known)
            }
            return try .json(of: try make(company, key, transaction), status: .created)
        }
    }
}
