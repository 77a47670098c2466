import Domain
import Testing

struct TokenEstimateTests {
    /// What four vocabularies make of a text at the most: cl100k_base and o200k_base of OpenAI, the first SentencePiece model of
    /// Mistral, which is of Llama 2's family, and Mistral's Tekken.
    struct Known: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let tokens: Int

        var testDescription: String { name }
    }

    static let known = [
        Known(
            name: "English",
            text: "The quick brown fox jumps over the lazy dog. Please write a short report on what the team has finished this "
                + "week, name the risks, and say who decides about the next step before Friday.", tokens: 41),
        Known(
            name: "German",
            text: "Der schnelle braune Fuchs springt über den faulen Hund. Bitte schreiben Sie einen kurzen Bericht über die "
                + "Geschwindigkeitsbegrenzung auf österreichischen Landstraßen und die Zuständigkeiten der "
                + "Bezirksverwaltungsbehörden.", tokens: 66),
        Known(
            name: "code",
            text: "package static func claim(_ limit: Int, lease: Lease, in transaction: any Transaction) throws -> "
                + "[WakeupRequest] {\n    guard limit > 0 else { return [] }\n    var queue = try DueWork(limit: limit, in: "
                + "transaction)\n    while claimed.count < limit, let work = try queue.next(in: transaction) {\n        "
                + "claimed.append(try work.claimed(by: lease, in: transaction))\n    }\n    return claimed\n}\n", tokens: 109),
        Known(
            name: "JSON",
            text: #"{"properties":{"assignee_id":{"description":"Who shall do it: a colleague's id.","type":"string"},"#
                + #""files":{"items":{"type":"string"},"type":"array"}},"required":["title","description"],"type":"object"}"#,
            tokens: 60),
        Known(name: "Chinese", text: "请写一份关于本周团队完成工作的简短报告,指出风险,并说明谁在星期五之前决定下一步。人工智能公司需要清楚的职责分工。", tokens: 63),
        Known(name: "Japanese", text: "今週チームが完成させた仕事について短い報告書を書いてください。次の段階を誰が決めるかも書いてください。", tokens: 60),
        Known(name: "emoji", text: "Great work 🎉🎉 👍🏽 see you 👩‍👩‍👧‍👦 tomorrow 🚀🇩🇪😀❤️", tokens: 58),
        Known(
            name: "ids",
            text: "0MfQ3xYz7AbCdEfGhIjKl 0MfQ3xYz7AbCdEfGhIjKm "
                + "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", tokens: 106),
        Known(
            name: "numbers",
            text: "In 2025 we sold 1234567 units at 19.99 EUR, 48% more than the 832114 of 2024-12-31T23:59:59.", tokens: 63),
        Known(
            name: "Russian", text: "Пожалуйста, напишите короткий отчёт о том, что команда закончила на этой неделе.", tokens: 39),
        Known(name: "Arabic", text: "يرجى كتابة تقرير قصير عما أنجزه الفريق هذا الأسبوع.", tokens: 48),
        Known(name: "Korean", text: "이번 주에 팀이 완료한 작업에 대한 짧은 보고서를 작성해 주세요.", tokens: 41),
        Known(name: "Hindi", text: "कृपया इस सप्ताह टीम द्वारा पूरे किए गए काम पर एक छोटी रिपोर्ट लिखें।", tokens: 73),
        Known(name: "blanks", text: "a        b\n\n\n\n        c\t\t\td", tokens: 13),
    ]

    @Test(arguments: known) func `no vocabulary makes more of a text than is estimated, nor half of it`(known: Known) {
        let estimate = TokenEstimate.tokens(in: known.text)
        #expect(estimate >= known.tokens)
        #expect(estimate <= known.tokens * 8 / 5)
    }

    @Test(arguments: known) func `lines that are put together count as they do alone`(known: Known) {
        let alone = TokenEstimate.tokens(in: known.text)
        let together = TokenEstimate.tokens(in: known.text + "\n\n" + known.text)
        #expect(together <= 2 * alone + 2)
        #expect(together >= 2 * alone - 1)
    }

    @Test(arguments: known) func `a beginning fits, and a longer one would not`(known: Known) {
        for limit in stride(from: 0, through: known.tokens * 2, by: 7) {
            let prefix = TokenEstimate.prefix(of: known.text, within: limit)
            #expect(TokenEstimate.tokens(in: String(prefix)) <= limit)
            #expect(known.text.utf8.starts(with: prefix.utf8))
            if limit >= TokenEstimate.tokens(in: known.text) { #expect(prefix == known.text[...]) }
        }
    }

    @Test func `nothing is nothing`() { #expect(TokenEstimate.tokens(in: "") == 0) }

    @Test func `a word without end can be cut`() {
        let word = String(repeating: "a", count: 10_000)
        let prefix = TokenEstimate.prefix(of: word, within: 100)
        #expect(prefix.count > 100)
        #expect(prefix.count < 500)
    }
}
