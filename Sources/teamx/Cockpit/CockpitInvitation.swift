import Domain

/// How whoever starts a server is led to the cockpit.
struct CockpitInvitation: Sendable {
    /// What was said about opening a browser, if anything.
    let opens: Bool?
    /// Whether the output is for a program.
    let asJSON: Bool
    let environment: [String: String]
    let console: Console

    /// Says where the cockpit is, and opens it where somebody sits in front of this.
    ///
    /// The code is written to a terminal only: elsewhere what is written may be kept.
    func show(_ server: ServerReady, options: String) {
        if console.terminal.errorIsTerminal {
            let address = CockpitAddress(server: server.address, code: server.giveCode())
            console.note("The cockpit is at \(address) (once, within five minutes; then: teamx open\(options))")
        } else {
            console.note("Open the cockpit with: teamx open\(options)")
        }
        guard opens ?? (console.terminal.outputIsTerminal && !asJSON) else { return }
        if let browser = BrowserProgram.find(environment: environment) {
            browser.open(CockpitAddress(server: server.address, code: server.giveCode()), through: server.data)
        } else if opens == true {
            console.note("There is no browser to open here.")
        }
    }
}
