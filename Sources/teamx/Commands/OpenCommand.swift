import ArgumentParser
import Domain

/// `teamx open`: the cockpit, in a browser that is let in.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the cockpit in a browser.",
        discussion: """
            Where there is no browser, or with --no-browser, the address is printed.
            It lets one browser in, once, within five minutes.
            EXAMPLES:
              teamx open
              teamx open inbox
              teamx open /doctor --no-browser
            """)

    @Argument(help: "A page of the company, such as floor or inbox, or a path, such as /doctor.") var page: String?
    @Flag(help: "Only print the address.") var noBrowser = false
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(naming: company.company) { desk in
            var target: String?
            if let page { target = try await CockpitAddress.page(page) { try await slug(desk) } }
            let issued = try await desk.client.post(APIPath("session", "codes"))
            let address = CockpitAddress(server: desk.client.location.address, code: issued.text("code"), page: target)
            let browser = noBrowser ? nil : BrowserProgram.find(environment: desk.environment)
            let place = desk.client.location.place
            let isOpen = browser?.open(address, through: place.hasPrefix("/") ? place : nil) ?? false
            let answer: JSONValue = [
                "address": .string(address.description), "expires_at": issued["expires_at"] ?? .null, "opened": .bool(isOpen),
            ]
            try desk.show(answer) { _ in
                isOpen
                    ? [
                        "The cockpit of \(desk.client.location.address) opens in your browser.",
                        "If it does not, open what this prints: teamx open --no-browser",
                    ] : [address.description]
            }
        }
    }

    private func slug(_ desk: ClientDesk) async throws -> String {
        let id = try await company.id(desk)
        return try await desk.client.get(.company(id)).text("slug")
    }
}
