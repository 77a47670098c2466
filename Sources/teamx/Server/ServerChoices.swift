import ArgumentParser
import FoundationEssentials

/// What `serve` and `demo` let one choose of the server.
struct ServerChoices: ParsableArguments {
    /// Where a server listens that nobody gave another port.
    static let usualPort = 4870

    @Option(help: "The port on 127.0.0.1; 0 for any that is free.") var port = usualPort
    @Option(help: "The path of sqlite-vec's loadable library.") var vectorExtension: String?
    @Option(help: ArgumentHelp("Milliseconds between two pieces of the practice model's answers.", visibility: .hidden))
    var practicePace = 60
    @Flag(help: ArgumentHelp("Do not look for Ollama on this machine.", visibility: .hidden)) var noDetection = false
    @Flag(
        name: .customLong("open"), inversion: .prefixedNo,
        help: "Open the cockpit in a browser; done by itself where the output is a terminal and there is a screen.")
    var opens: Bool?
    @Option(help: "A folder to read the cockpit's files from while you edit them.") var webRoot: String?
    @Flag(help: "Answer in JSON.") var json = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
        guard (0...60_000).contains(practicePace) else { throw ValidationError("--practice-pace must be from 0 to 60000.") }
        if let webRoot, !FileManager.default.fileExists(atPath: webRoot + "/index.html") {
            throw ValidationError("--web-root must be a folder with the cockpit's index.html.")
        }
    }

    /// The server's options with these choices.
    func options(data: String) -> ServerOptions {
        var options = ServerOptions(data: data, port: port)
        options.vectorExtension = vectorExtension
        options.looksForOllama = !noDetection
        options.practicePace = .milliseconds(practicePace)
        options.webRoot = webRoot
        return options
    }
}
