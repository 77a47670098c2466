extension String {
    /// The words that tell one text from another, as they are written; all of them where there are no others.
    package var tellingWords: [String] {
        let all = prefix(2048).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let telling = all.filter { $0.embeddingWords.first?.isCommon == false }
        return telling.isEmpty ? all : telling
    }
}
