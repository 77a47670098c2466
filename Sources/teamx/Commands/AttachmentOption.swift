import ArgumentParser
import Domain
import FoundationEssentials

/// Files that go with a message.
struct AttachmentOption: ParsableArguments {
    @Option(help: "A file of yours, by its path, or one of the company, by name or id; may be given several times.")
    var attach: [String] = []

    /// The files' ids; those of yours are given to the company first.
    ///
    /// - Throws: ``CommandFailure`` with status 66 for a file that is neither here nor there.
    func ids(_ desk: ClientDesk, of company: String) async throws -> [String] {
        var ids: [String] = []
        for file in attach { ids.append(try await Self.id(file, desk, of: company)) }
        return ids
    }

    private static func id(_ file: String, _ desk: ClientDesk, of company: String) async throws -> String {
        if let bytes = FileManager.default.contents(atPath: file) {
            return try await desk.upload(Array(bytes), named: VaultName.of(path: file), to: company).text("id")
        }
        do { return try await desk.file(file, of: company).text("id") } catch let failure as CommandFailure
            where failure.status == .notFound
        {
            throw CommandFailure.notFound(
                "There is no file “\(file)”, neither here nor in the company.",
                hint: "See what the company has with: \(desk.command("file list"))")
        }
    }
}

/// What a file of this machine is called in a company.
enum VaultName {
    static func of(path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension ClientDesk {
    /// Gives the company a file.
    func upload(_ bytes: [UInt8], named name: String, ticket: String? = nil, to company: String) async throws -> JSONValue {
        let path = APIPath.company(company, "files").asking("name", name).asking("ticket_id", ticket)
        return try await client.upload(path, bytes, type: FileType.likely(of: name), key: newKey())
    }
}
