import Domain
import Roles
import Testing

struct RolePackLoaderTests {
    private let manifest = PackFile(
        path: "pack.json",
        text: #"{"id":"shop","name":"A Shop","version":"2.0.0","author":"A","license":"MIT","description":"D"}"#)

    @Test func `the pack is named by its manifest`() throws {
        let pack = try RolePackLoader.loadUnchecked(manifest, RoleFileSample().file()).pack
        #expect(pack.id == "shop" && pack.name == "A Shop" && pack.version == "2.0.0" && pack.summary == "D")
        #expect(pack.roles.map(\.packID) == ["shop"])
    }

    @Test func `a folder without a manifest is named by its folder`() throws {
        #expect(try RolePackLoader.loadUnchecked(RoleFileSample().file()).pack.id == "sample")
    }

    @Test(arguments: ["", "[]", #"{"name":"x"}"#, #"{"id":"a/b"}"#, #"{"id":7}"#])
    func `a broken manifest refuses the pack`(text: String) {
        #expect(throws: RolePackError.self) {
            try RolePackLoader.loadUnchecked(PackFile(path: "pack.json", text: text))
        }
    }

    @Test func `of two roles with one id the first by path counts`() throws {
        let load = try RolePackLoader.loadUnchecked(
            RoleFileSample().with("name", "Second").file("roles/b.md"), RoleFileSample().with("name", "First").file("roles/a.md"))
        #expect(load.pack.roles.map(\.name) == ["First"])
        #expect(load.problems.map(\.description) == ["roles/b.md: id “qa-engineer” is taken by roles/a.md"])
    }

    @Test(arguments: [
        "roles/.hidden.md", "roles/.git/a.md", "roles/node_modules/a.md", "roles/dist/a.md", "a.md", "docs/a.md",
        "roles/README.md",
        "roles/a.txt",
    ])
    func `what no signature covers or lies elsewhere is no role`(path: String) throws {
        let load = try RolePackLoader.loadUnchecked(RoleFileSample().file(path))
        #expect(load.pack.roles.isEmpty && load.problems.isEmpty)
    }

    @Test(arguments: ["roles/../../a.md", "/roles/a.md", "roles//a.md", "roles/a\n.md", "roles\\a.md", ""])
    func `a path that is not plain is reported`(path: String) throws {
        let load = try RolePackLoader.loadUnchecked(RoleFileSample().file(path))
        #expect(load.pack.roles.isEmpty)
        #expect(load.problems.map(\.severity) == [.error])
    }

    @Test func `a file that is too large is reported`() throws {
        let file = PackFile(path: "roles/a.md", bytes: Array(repeating: 0x61, count: PackFile.sizeLimit + 1))
        #expect(try RolePackLoader.loadUnchecked(file).problems.map(\.message) == ["has more than 262144 bytes"])
    }

    @Test func `too many files are refused`() {
        let files = (0...PackFile.countLimit).map { RoleFileSample().file("roles/\($0).md") }
        #expect(throws: RolePackError.tooManyFiles) {
            try RolePackLoader(trust: PackTrust(mode: .off)).load(files, folder: "x")
        }
    }

    @Test func `a name of a role that the pack lacks is a warning`() throws {
        let load = try RolePackLoader.loadUnchecked(RoleFileSample().with("reports_to", "[board, cpo]").file())
        #expect(load.pack.roles.count == 1)
        #expect(
            load.problems.map(\.description) == [
                "roles/ic/qa-engineer.md: reports_to names “cpo”, which is no role of the pack"
            ])
    }

    @Test func `embedded files are parted into packs`() {
        let files = [
            "RolePacks/b/pack.json", "RolePacks/a/roles/x.md", "RolePacks/a/pack.json", "RolePacks/note", "Prices/p.json",
        ]
        let packs = PackFile.packs(in: files.map { PackFile(path: $0, bytes: []) }, under: "RolePacks")
        #expect(packs.map(\.folder) == ["a", "b"])
        #expect(packs.first?.files.map(\.path) == ["roles/x.md", "pack.json"])
    }
}
