import HTTPTypes
import Hummingbird

/// What the route table says of a request that the router has not taken.
enum RouteMatching {
    /// Whether anybody may make this request.
    static func isOpen(_ request: Request) -> Bool {
        RouteTable.all.contains { $0.permission == .everyone && $0.method == request.method && $0.path == request.uri.path }
    }

    /// The methods that do exist for the path, when the request's own does not.
    static func methods(for request: Request) -> [String]? {
        let parts = request.uri.path.split(separator: "/", omittingEmptySubsequences: false)
        let methods = RouteTable.all.filter { fits($0.path, parts) }.map(\.method)
        guard !methods.isEmpty, !methods.contains(request.method) else { return nil }
        return methods.map(\.rawValue).sorted()
    }

    /// The route that a request is for.
    static func route(_ method: HTTPRequest.Method, _ path: String) -> Route? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return RouteTable.all.first { $0.method == method && fits($0.path, parts) }
    }

    private static func fits(_ template: String, _ parts: [Substring]) -> Bool {
        let wanted = template.split(separator: "/", omittingEmptySubsequences: false)
        return wanted.count == parts.count && zip(wanted, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
