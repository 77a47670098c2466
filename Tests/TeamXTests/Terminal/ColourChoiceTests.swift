import Testing

@testable import teamx

struct ColourChoiceTests {
    struct Case: Sendable {
        var choice = ColourChoice.auto
        var isTerminal = true
        var environment: [String: String] = ["TERM": "xterm-256color"]
        let isOn: Bool
    }

    @Test(arguments: [
        Case(isOn: true), Case(isTerminal: false, isOn: false), Case(environment: ["TERM": "dumb"], isOn: false),
        Case(environment: ["NO_COLOR": "1"], isOn: false), Case(environment: ["NO_COLOR": ""], isOn: true),
        Case(isTerminal: false, environment: ["CLICOLOR_FORCE": "1"], isOn: true),
        Case(isTerminal: false, environment: ["CLICOLOR_FORCE": "0"], isOn: false),
        Case(environment: ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], isOn: false),
        Case(choice: .always, isTerminal: false, environment: ["NO_COLOR": "1"], isOn: true), Case(choice: .never, isOn: false),
    ])
    func `colour is decided by choice, environment and stream`(_ sample: Case) {
        #expect(sample.choice.isOn(isTerminal: sample.isTerminal, environment: sample.environment) == sample.isOn)
    }
}
