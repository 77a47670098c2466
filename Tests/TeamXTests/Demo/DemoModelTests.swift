import Testing

@testable import teamx

struct DemoModelTests {
    @Test func `without a key the practice model plays, and it is said`() throws {
        let model = try DemoModel.choose(url: nil, model: nil, keyVariable: nil, environment: ["OPENAI_API_KEY": ""])
        #expect(model.providerID == "practice")
        #expect(model.sentence.contains("practice model"))
    }

    @Test(arguments: [
        ("OPENAI_API_KEY", "openai"), ("OPENROUTER_API_KEY", "openrouter"), ("GROQ_API_KEY", "groq"),
        ("TOGETHER_API_KEY", "together"),
        ("FIREWORKS_API_KEY", "fireworks"),
    ])
    func `a key in the environment is used, and that it costs money is said`(variable: String, provider: String) throws {
        let model = try DemoModel.choose(url: nil, model: nil, keyVariable: nil, environment: [variable: "secret"])
        #expect(model.providerID == provider)
        #expect(model.sentence.contains("costs money"))
        #expect(!model.sentence.contains("secret"))
        #expect(model.provider?["enabled"]?.bool == true)
    }

    @Test func `a server of one's own comes before any key`() throws {
        let model = try DemoModel.choose(
            url: "http://127.0.0.1:1/v1", model: "m", keyVariable: "MY_KEY", environment: ["OPENAI_API_KEY": "secret"])
        #expect(model.providerID == "demo")
        #expect(model.provider?.text("api_key_env") == "MY_KEY")
        #expect(model.provider?.text("kind") == "openai-compatible")
    }

    @Test func `an address without a model is refused`() {
        let failure = #expect(throws: CommandFailure.self) {
            try DemoModel.choose(url: "http://127.0.0.1:1/v1", model: nil, keyVariable: nil, environment: [:])
        }
        #expect(failure?.status == .usage)
    }

    @Test func `everybody reports to somebody who was hired before`() {
        for (index, member) in DemoTeam.members.enumerated() {
            let above = DemoTeam.members.prefix(index).map(\.role)
            #expect(index == 0 ? member.manager == nil : member.manager.map(above.contains) == true)
        }
        #expect((8...10).contains(DemoTeam.members.count))
    }
}
