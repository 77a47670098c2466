package import Domain

/// A pack with what was wrong in it.
package struct RolePackLoad: Hashable, Sendable {
    package var pack: RolePack
    package var problems: [RolePackProblem]
}

/// Makes role packs out of files.
///
/// A pack is `pack.json`, `pack.sig` and Markdown files below `roles/`. A file with an error is left out and reported; only
/// a pack that is no pack, or that may not be trusted, is refused as a whole.
package struct RolePackLoader: Sendable {
    private let trust: PackTrust

    package init(trust: PackTrust) { self.trust = trust }

    /// Loads a pack from its folder on disk.
    ///
    /// - Throws: ``RolePackError``.
    package func load(folder path: String) throws(RolePackError) -> RolePackLoad {
        let read = try PackFolder(reading: path)
        let name = path.split(separator: "/").last.map(String.init) ?? "pack"
        var load = try load(read.files, folder: name)
        load.problems.insert(contentsOf: read.problems, at: 0)
        return load
    }

    /// Loads a pack from files in memory.
    ///
    /// - Parameter folder: The name of the folder they came from: the pack's id when it has no `pack.json`.
    /// - Throws: ``RolePackError``.
    package func load(_ files: [PackFile], folder: String) throws(RolePackError) -> RolePackLoad {
        guard files.count <= PackFile.countLimit else { throw .tooManyFiles }
        var problems: [RolePackProblem] = []
        let files = usable(files, &problems)
        let manifestFile = files.first { $0.path == PackManifest.path }
        let standing = try standing(of: files, hasManifest: manifestFile != nil, &problems)
        let manifest =
            try manifestFile.map { file throws(RolePackError) in try PackManifest(parsing: file.bytes) }
            ?? PackManifest(folder: PackName.isID(folder) ? folder : "pack")
        let roles = roles(in: files, packID: manifest.id, &problems)
        let pack = RolePack(
            id: manifest.id, name: manifest.name, version: manifest.version, author: manifest.author,
            license: manifest.license, summary: manifest.summary, standing: standing, roles: roles)
        return RolePackLoad(pack: pack, problems: problems)
    }

    private func usable(_ files: [PackFile], _ problems: inout [RolePackProblem]) -> [PackFile] {
        var paths: Set<String> = []
        return files.filter { file in
            let message: String
            if !file.hasPlainPath {
                message = "has a path that leaves the pack or holds characters that a path must not"
            } else if file.bytes.count > PackFile.sizeLimit {
                message = "has more than \(PackFile.sizeLimit) bytes"
            } else if !paths.insert(file.path).inserted {
                message = "stands there twice; the first counts"
            } else {
                return true
            }
            problems.append(RolePackProblem(file: String(file.path.prefix(200)), severity: .error, message: message))
            return false
        }
    }

    private func standing(
        of files: [PackFile], hasManifest: Bool, _ problems: inout [RolePackProblem]
    ) throws(RolePackError) -> RolePackStanding {
        guard trust.mode != .off, hasManifest || trust.mode == .strict else { return .unchecked }
        do {
            return .verified(fingerprint: try PackSignature.verify(files, keys: trust.keys))
        } catch {
            guard trust.mode == .warn else { throw .refused(error) }
            problems.append(
                RolePackProblem(file: PackSignature.path, severity: .warning, message: "does not prove the pack: \(error)"))
            return .unverified(reason: error.description)
        }
    }

    private func roles(in files: [PackFile], packID: String, _ problems: inout [RolePackProblem]) -> [RoleSpecification] {
        var roles: [RoleSpecification] = []
        var paths: [String: String] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) where Self.isRole(file) {
            let read = RoleFile(file, packID: packID)
            problems.append(contentsOf: read.problems)
            guard let role = read.role else { continue }
            if let first = paths[role.id] {
                problems.append(
                    RolePackProblem(file: file.path, field: "id", severity: .error, message: "“\(role.id)” is taken by \(first)"))
                continue
            }
            paths[role.id] = file.path
            roles.append(role)
        }
        for role in roles { problems.append(contentsOf: Self.strangers(of: role, known: paths)) }
        return roles
    }

    /// Files that no signature vouches for are no roles.
    private static func isRole(_ file: PackFile) -> Bool {
        file.path.hasPrefix("roles/") && file.path.hasSuffix(".md") && file.isSigned
            && file.path.split(separator: "/").last != "README.md"
    }

    /// Names of roles that the pack does not have; the board has no role.
    private static func strangers(of role: RoleSpecification, known: [String: String]) -> [RolePackProblem] {
        let fields = [("reports_to", role.reportsTo), ("manages", role.manages), ("escalates_to", role.escalatesTo)]
        return fields.flatMap { field, ids in
            ids.filter { known[$0] == nil && $0 != "board" }.map {
                RolePackProblem(
                    file: role.path, field: field, severity: .warning, message: "names “\($0)”, which is no role of the pack")
            }
        }
    }
}
