import Domain
import Gateway
import Logging
import Roles
import Web

/// What is part of the program: role packs, the price table and the cockpit.
enum BuiltIn {
    /// The roles of the packs in the program, each checked against its signature.
    ///
    /// - Throws: `RolePackError` when the program was built from a pack that nobody it trusts has signed.
    static func roles(logger: Logger) throws -> RoleCatalog {
        let files = EmbeddedFiles.all.filter { $0.path.hasPrefix("RolePacks/") }
        let packs = Set(files.compactMap { $0.path.split(separator: "/").dropFirst().first.map(String.init) }).sorted()
        return RoleCatalog(
            packs: try packs.map { name in
                let prefix = "RolePacks/\(name)/"
                let pack = files.filter { $0.path.hasPrefix(prefix) }.map {
                    PackFile(path: String($0.path.dropFirst(prefix.count)), bytes: Array($0.text.utf8))
                }
                let loaded = try RolePackLoader(trust: PackTrust(mode: .strict, keys: trustedKeys)).load(pack, folder: name)
                for problem in loaded.problems { logger.warning("A role was left out.", metadata: ["problem": "\(problem)"]) }
                return loaded.pack
            })
    }

    /// - Throws: `PriceTableError`.
    static func prices(time: any TimeSource) throws -> PriceTable {
        let text = EmbeddedFiles.all.first { $0.path == "Prices/prices.json" }?.text ?? ""
        return try PriceTable(parsing: Array(text.utf8), time: time)
    }

    /// What the cockpit is made of.
    static var cockpit: CockpitAssets {
        let files = EmbeddedFiles.all.filter { $0.path.hasPrefix("Web/") }
        return .embedded(
            Dictionary(files.map { (String($0.path.dropFirst("Web/".count)), Array($0.text.utf8)) }) { first, _ in first })
    }

    /// The keys whose packs are taken.
    ///
    /// Whoever changes a pack signs it anew with `teamx sign-pack` and adds the key here.
    private static let trustedKeys = ["Yh/bNyHUTzRXgaa4tZZvfWRPbEefod+XvgwP8KaQJs4="].compactMap { PackPublicKey(base64: $0) }
}
