import Domain
import Synchronization
import TestSupport

@testable import Engine

/// What a provider on the other side of the wire answers that counts badly, and what it will want to have for it.
///
/// How it answers depends on the number in the latest question and on how often that was asked, not on who comes first. It says
/// what was used, says it twice, or not at all; ends twice, in the wrong order, or not at all.
final class CarelessProvider: Sendable {
    enum Manner: CaseIterable {
        case well, countsTwice, endsTwice, countsNothing, endsFirst, breaksOff, breaksOffCounting, hangsUp
    }

    /// An event of a stream, with what it says.
    struct Frame {
        var data: JSONValue
        var text = ""
        var usage: TokenUsage?
        /// Nothing behind it counts.
        var isEnd = false
    }

    private struct State {
        var asked: [Int: Int] = [:]
        var charged: [Int64] = []
        var manners: Set<Manner> = []
    }

    private let state = Mutex(State())
    private let seed: UInt64
    let kind: ProviderKind

    init(_ kind: ProviderKind, seed: UInt64) {
        self.kind = kind
        self.seed = seed
    }

    /// What each call comes to, in nano-dollars and in ascending order.
    var charged: [Int64] { state.withLock(\.charged).sorted() }

    var manners: Set<Manner> { state.withLock(\.manners) }

    func answer(_ request: FakeModelServer.Request) -> FakeModelServer.Script {
        let asked = ModelRequest(readFrom: request.body ?? .null)
        let question = asked.latestNumber
        var random = state.withLock { state in
            state.asked[question, default: 0] += 1
            return SeededRandom(seed: seed &* 1_000_003 &+ UInt64(question * 16 + (state.asked[question] ?? 0)))
        }
        let manner = Manner.allCases.randomElement(using: &random) ?? .well
        let frames = frames(manner, &random)
        let sizes = frames.map { Self.bytes(of: $0).count }
        let length: Int? =
            switch manner {
            case .breaksOff: Int.random(in: 1..<sizes.dropLast().reduce(0, +), using: &random)
            case .breaksOffCounting: sizes.dropLast().reduce(0, +)
            case .hangsUp: 0
            default: nil
            }
        state.withLock { state in
            state.charged.append(Self.price(of: frames, first: length, of: sizes, for: asked))
            state.manners.insert(manner)
        }
        var script = FakeModelServer.Script(
            headers: ["Content-Type": "text/event-stream"], body: frames.flatMap(Self.bytes(of:)))
        if let length {
            script.ending = .closed(afterBytes: length)  // in one piece, so that all of it has come before the end has
        } else {
            script.pieceSize = Int.random(in: 20..<400, using: &random)
        }
        return script
    }

    /// A stream whose last frame makes it whole.
    private func frames(_ manner: Manner, _ random: inout SeededRandom) -> [Frame] {
        let prompt = Int.random(in: 500..<1500, using: &random)
        let usage = TokenUsage(
            prompt: prompt, completion: Int.random(in: 40..<300, using: &random),
            cacheRead: Int.random(in: 0..<200, using: &random),
            cacheWrite: kind == .anthropic ? Int.random(in: 0..<200, using: &random) : 0)
        let words = (0..<Int.random(in: 3..<9, using: &random)).map { "Word \($0 + prompt). " }
        return kind == .anthropic ? messages(manner, words, usage) : chat(manner, words, usage)
    }

    private static func bytes(of frame: Frame) -> [UInt8] {
        let data = frame.data.string ?? frame.data.description
        return Array("data: \(data)\n\n".utf8)
    }

    /// What a stream comes to of which so many bytes went out: the last that was reported or, where it broke off, what was
    /// written if that is more; where nothing was reported, what was read and written as it is estimated.
    private static func price(of frames: [Frame], first length: Int?, of sizes: [Int], for request: ModelRequest) -> Int64 {
        var (rest, sent) = (length ?? .max, [Frame]())
        for (frame, size) in zip(frames, sizes) {
            guard size <= rest else { break }
            rest -= size
            sent.append(frame)
            if frame.isEnd { break }
        }
        let written = TokenEstimate.tokens(in: sent.map(\.text).joined())
        var usage = TokenUsage(prompt: request.estimatedTokens, completion: written)
        if let reported = sent.compactMap(\.usage).last {
            usage = reported
            if length != nil { usage.completion = max(usage.completion, written) }
        }
        return CarelessPricing.cost(of: usage)
    }
}

/// Prices that no rounding can hide.
struct CarelessPricing: Pricing {
    private static let (fresh, read, written, answer, call): (Int64, Int64, Int64, Int64, Int64) = (
        3001, 307, 3761, 15013, 1_000_003
    )

    func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
        let million: Int64 = 1_000_000
        return ModelPrice(
            input: Money(nanoDollars: Self.fresh * million), output: Money(nanoDollars: Self.answer * million),
            cacheRead: Money(nanoDollars: Self.read * million), cacheWrite: Money(nanoDollars: Self.written * million),
            perRequest: Money(nanoDollars: Self.call))
    }

    static func cost(of usage: TokenUsage) -> Int64 {
        Int64(usage.prompt - usage.cacheRead - usage.cacheWrite) * fresh + Int64(usage.cacheRead) * read
            + Int64(usage.cacheWrite) * written + Int64(usage.completion) * answer + call
    }
}
