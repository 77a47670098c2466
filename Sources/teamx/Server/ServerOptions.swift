import Store

/// Everything the server needs to know to start.
struct ServerOptions: Sendable {
    /// The data directory.
    var data: String
    /// Zero for any free port.
    var port: Int
    /// How much a commit waits for.
    var durability: SQLiteEngine.Durability = .full
    /// The path of sqlite-vec's loadable library, if vectors shall be searched by it.
    var vectorExtension: String?
    /// The pause between two pieces of the practice model's answers.
    var practicePace: Duration = .milliseconds(60)
    /// Whether to look for Ollama on its usual port.
    var looksForOllama = true
    /// Turns at the same time.
    var slots: Int?
    /// The folder that the cockpit is read from while somebody edits it, in place of what the program carries inside.
    var webRoot: String?

    init(data: String, port: Int) {
        self.data = data
        self.port = port
    }
}
