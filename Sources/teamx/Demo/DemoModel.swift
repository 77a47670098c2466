import Domain

/// Who plays the employees of the demo.
struct DemoModel: Sendable {
    let providerID: String
    let model: String?
    /// The provider to set up; nothing for one that every server has.
    let provider: JSONValue?
    /// What is said of it.
    let sentence: String
    /// Whether options named it, so that it also counts for a company that has chosen before.
    var isNamed = false
    /// A model that was named without a provider, to be asked of the company's own.
    var loneModel: String?

    static let practice = DemoModel(
        providerID: "practice", model: nil, provider: nil,
        sentence: "The employees are played by the practice model: scripted output, no key, no network, costs nothing.")

    /// What the options and the environment say: a server of one's own, a provider whose key is there, or the practice model.
    ///
    /// - Throws: ``CommandFailure`` for an address without a model.
    static func choose(url: String?, model: String?, keyVariable: String?, environment: [String: String]) throws -> DemoModel {
        if let url {
            guard let model else { throw CommandFailure.usage("--provider-url needs --model, the name of the model to ask.") }
            var row: [String: JSONValue] = [
                "id": "demo", "name": "Demo provider", "kind": "openai-compatible", "base_url": .string(url),
                "default_model": .string(model),
                "enabled": true,
            ]
            if let keyVariable { row["api_key_env"] = .string(keyVariable) }
            return DemoModel(
                providerID: "demo", model: model, provider: .object(row),
                sentence: "The employees think with \(model) at \(url).", isNamed: true)
        }
        for (kind, name) in [
            (ProviderKind.openai, "OpenAI"), (.openrouter, "OpenRouter"), (.groq, "Groq"), (.together, "Together AI"),
            (.fireworks, "Fireworks AI"),
        ] {
            guard let variable = kind.defaults.keyVariable, let key = environment[variable], !key.isEmpty else { continue }
            let chosen = model ?? kind.defaults.model
            return DemoModel(
                providerID: kind.rawValue, model: chosen,
                provider: ["id": .string(kind.rawValue), "name": .string(name), "kind": .string(kind.rawValue), "enabled": true],
                sentence:
                    "\(variable) is set: the employees think with \(chosen ?? "its default model") at \(name), which costs money.",
                isNamed: model != nil)
        }
        var practice = practice
        practice.loneModel = model
        return practice
    }
}
