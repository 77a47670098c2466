import Domain
import FoundationEssentials
import Store

/// What the page knows before it has asked for anything.
enum BootState {
    /// - Parameter session: That of the browser, if it was let in; without one nothing is said of the companies.
    static func json(for session: BrowserSession?, _ server: WebContext) async throws -> JSONValue {
        let configuration = server.configuration
        var members: [String: JSONValue] = [
            "version": .string(configuration.version), "assets": .string(configuration.assets.hash),
            "signed_in": .bool(session != nil),
        ]
        guard let session else { return .object(members) }
        let (companies, owner) = try await server.store.read { transaction in
            (try Company.list(in: transaction), try transaction.find(Operator.self, server.owner))
        }
        members["epoch"] = .integer(Int64(configuration.epoch))
        members["csrf"] = .string(session.pageKey)
        members["me"] = .object(["id": .string(server.owner.rawValue), "name": .string(owner?.displayName ?? "")])
        members["companies"] = .array(companies.map(\.entry))
        let latest = companies.last { $0.status != .archived } ?? companies.last
        members["last_company"] = latest.map { .string($0.id.rawValue) } ?? .null
        members["time_zone"] = .string(server.time.zone.identifier)
        return .object(members)
    }
}

extension Company {
    fileprivate var entry: JSONValue {
        [
            "id": .string(id.rawValue), "slug": .string(slug), "name": .string(name), "status": .string(status.rawValue),
            "icon": icon.map { .string($0) } ?? .null,
        ]
    }
}
