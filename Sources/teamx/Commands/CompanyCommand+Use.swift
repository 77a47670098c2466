import ArgumentParser
import Domain
import FoundationEssentials

extension CompanyCommand {
    /// `teamx company use`.
    struct Use: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "use", abstract: "Choose the company that commands mean when none is named.",
            discussion: """
                The choice counts for the server on which it is made.
                EXAMPLES:
                  teamx company use aurora-works
                  teamx company use aurora-works --here
                  teamx company use --none
                """)

        @Argument(help: "The company's slug, name or id.") var name: String?
        @Flag(help: "For this folder and those in it, in .teamx.json.") var here = false
        @Flag(help: "Choose none.") var none = false
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard none == (name == nil) else { throw ValidationError("Name a company, or say --none.") }
        }

        func run() async throws {
            try await options.withDesk { desk in
                let own = Preferences.ownPath(environment: desk.environment)
                let path = here ? FileManager.default.currentDirectoryPath + "/.teamx.json" : own
                let choose = { (slug: String?) in
                    if here { return try Preferences.set(.company, to: slug, in: path) }
                    try Preferences.choose(company: slug, at: desk.client.location.place, in: path)
                }
                guard let name else {
                    try choose(nil)
                    return try desk.show(["company": .null, "path": .string(path)]) { _ in ["No company is chosen."] }
                }
                let companies = try await desk.client.list(APIPath("companies")).items
                let company = try CompanyOption.find(name, among: companies)
                try choose(company["slug"]?.string)
                let answer: JSONValue = [
                    "company": company["slug"] ?? .null, "id": company["id"] ?? .null, "path": .string(path),
                ]
                try desk.show(answer) { _ in
                    ["Commands mean \(company.text("name")) from now on, by \(SafeText.line(path))."]
                }
            }
        }
    }
}
