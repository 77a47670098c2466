/// What a run's model was told, in numbers: how its window was divided, and what became of each block.
package struct ContextFigures: Codable, Hashable, Sendable {
    /// Blocks of one kind, together.
    package struct Block: Codable, Hashable, Sendable {
        package var kind: ContextKind
        package var decision: ContextDecision
        package var reason: ContextReason?
        /// How many blocks of this kind this was decided of.
        package var count: Int
        /// What is there of them counts for.
        package var tokens: Int

        package init(kind: ContextKind, decision: ContextDecision, reason: ContextReason? = nil, count: Int, tokens: Int) {
            self.kind = kind
            self.decision = decision
            self.reason = reason
            self.count = count
            self.tokens = tokens
        }
    }

    package var window: Int
    package var source: ModelWindow.Source
    /// Kept free for the schemas of the tools.
    package var tools: Int
    /// Kept free for the answer.
    package var output: Int
    /// The most the context may have.
    package var target: Int
    package var used: Int
    package var blocks: [Block]
    /// The checkpoint that the run takes up.
    package var resumeOrigin: ResumeOrigin?

    package enum CodingKeys: String, CodingKey {
        case window, source, tools, output, target, used, blocks
        case resumeOrigin = "resume_origin"
    }

    package init(
        window: Int, source: ModelWindow.Source, tools: Int, output: Int, target: Int, used: Int, blocks: [Block],
        resumeOrigin: ResumeOrigin? = nil
    ) {
        self.window = window
        self.source = source
        self.tools = tools
        self.output = output
        self.target = target
        self.used = used
        self.blocks = blocks
        self.resumeOrigin = resumeOrigin
    }
}
