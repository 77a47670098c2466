/// Which models take pictures, as far as their names tell.
package enum ModelSight {
    /// What the makers say of their models, by the beginning of the name.
    private static let sighted = [
        "claude", "gpt-4o", "chatgpt-4o", "gpt-4.1", "gpt-4.5", "gpt-4-turbo", "gpt-5", "o1", "o3", "o4", "gemini", "gemma-3",
        "gemma3", "llama-4", "llama4", "llava", "bakllava", "pixtral", "minicpm-v", "moondream", "internvl", "mistral-medium-3",
        "mistral-small-3.1", "mistral-small-3.2", "mistral-small3.1", "mistral-small3.2", "grok-4", "phi-4-multimodal",
    ]
    /// Those of these families that take none.
    private static let blind = [
        "claude-2", "claude-instant", "o1-mini", "o1-preview", "o3-mini", "gpt-4-turbo-preview", "gemma-3-1b", "gemma-3-270m",
        "gemma3:1b", "gemma3:270m",
    ]

    /// The most tokens that one picture is charged as, which for most is far less than this.
    ///
    /// OpenAI counts GPT-4o mini's pictures as 2,833 tokens and 5,667 for each of up to eight tiles.
    package static func mostTokens(of model: String) -> Int {
        let name = (model.split(separator: "/").last ?? "").lowercased()
        return name.hasPrefix("gpt-4o-mini") ? 48_169 : 4_800
    }

    package static func takesImages(_ model: String) -> Bool {
        let name = (model.split(separator: "/").last ?? "").lowercased()
        guard !blind.contains(where: name.hasPrefix) else { return false }
        if sighted.contains(where: name.hasPrefix) { return true }
        return name.contains("vision") || name.split { "-:._".contains($0) }.contains { $0 == "vl" || $0.hasSuffix("vl") }
    }
}

extension Provider {
    /// Whether `model` here takes pictures: what `images` of the row says, else what is known of models of that name.
    ///
    /// The practice model reads words alone.
    package func takesImages(_ model: String) -> Bool {
        if case .bool(let said)? = config.value["images"] { return said }
        return kind != .practice && ModelSight.takesImages(model)
    }
}
