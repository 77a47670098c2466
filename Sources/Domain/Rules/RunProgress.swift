/// What the steps of a run have done.
package struct RunProgress: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        package let id: VaultFile.ID
        package let name: String

        package init(id: VaultFile.ID, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// How often the model was asked.
    package var steps: Int
    /// The tools that were called with success, each with how often, in the order of their first call.
    package var tools: [(name: String, count: Int)]
    package var files: [File]
    /// What the model said last.
    package var words: String

    package init(steps: Int = 0, tools: [(name: String, count: Int)] = [], files: [File] = [], words: String = "") {
        self.steps = steps
        self.tools = tools
        self.files = files
        self.words = words
    }

    package init(of steps: [RunStep]) {
        self.init(steps: steps.count, words: steps.last { !$0.text.trimmed.isEmpty }?.text ?? "")
        for case .toolResult(_, let name, let content, false) in steps.flatMap(\.results.value) {
            if let place = tools.firstIndex(where: { $0.name == name }) {
                tools[place].count += 1
            } else {
                tools.append((name, 1))
            }
            guard let result = try? JSONValue(parsing: content), let id = result["file_id"]?.string,  // no JSON names no file
                let file = result["name"]?.string
            else { continue }
            files.append(File(id: VaultFile.ID(id), name: file))
        }
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.steps == right.steps && left.files == right.files && left.words == right.words
            && left.tools.map(\.name) == right.tools.map(\.name) && left.tools.map(\.count) == right.tools.map(\.count)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(steps)
        hasher.combine(files)
    }

    /// In a few sentences.
    ///
    /// - Parameter lastWords: What was said when it ended, where that is more than the last step's words.
    package func summary(lastWords: String = "") -> String {
        var sentences: [String] = []
        if !tools.isEmpty {
            let names = tools.map { $0.count == 1 ? $0.name : "\($0.name) \($0.count) times" }
            sentences.append("Called \(names.joined(separator: ", ")).")
        }
        if !files.isEmpty { sentences.append("Wrote \(files.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")).") }
        let said = lastWords.trimmed.isEmpty ? words.trimmed : lastWords.trimmed
        if !said.isEmpty { sentences.append("Last said: “\(said.cut(to: 400))”.") }
        return sentences.isEmpty ? "Nothing was done yet." : sentences.joined(separator: " ")
    }
}
