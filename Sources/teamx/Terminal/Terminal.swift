/// What is known of where the output goes.
struct Terminal: Hashable, Sendable {
    var inputIsTerminal: Bool
    var outputIsTerminal: Bool
    var errorIsTerminal: Bool
    /// How many columns there are, where the output or the errors go to a terminal.
    var width: Int
    var outputPaint: Paint
    var errorPaint: Paint
    /// Whether the terminal shows nothing but ASCII.
    var isASCII: Bool

    /// A pipe in every direction, without colour.
    static let piped = Terminal(
        inputIsTerminal: false, outputIsTerminal: false, errorIsTerminal: false, width: TerminalSize.assumed,
        outputPaint: Paint(isOn: false), errorPaint: Paint(isOn: false), isASCII: false)

    /// Whether the terminal cannot move its cursor.
    var isDumb = false

    /// Whether a line may be redrawn in place.
    var canRedraw: Bool { errorIsTerminal && !isDumb }
}

extension Terminal {
    /// The process's own three streams.
    init(choice: ColourChoice, environment: [String: String]) {
        let output = TerminalSize.isTerminal(1)
        let error = TerminalSize.isTerminal(2)
        self.init(
            inputIsTerminal: TerminalSize.isTerminal(0), outputIsTerminal: output, errorIsTerminal: error,
            width: TerminalSize.columns(of: 1) ?? TerminalSize.columns(of: 2) ?? TerminalSize.assumed,
            outputPaint: Paint(isOn: choice.isOn(isTerminal: output, environment: environment)),
            errorPaint: Paint(isOn: choice.isOn(isTerminal: error, environment: environment)),
            isASCII: ASCIIFallback.isNeeded(environment: environment), isDumb: environment["TERM"] == "dumb")
    }
}
