import Domain
import Testing

@testable import teamx

struct AnswerWordsTests {
    private static let choice: JSONValue = ["kind": "choice", "options": ["tea", "coffee"]]

    @Test(
        arguments: [
            ("yes", "approved", nil), ("No", "denied", nil), ("y, but mind the tone", "approved", "but mind the tone"),
            ("no: too dear", "denied", "too dear"), ("denied", "denied", nil),
        ] as [(String, String, String?)])
    func `yes and no are an approval's answers, with a comment behind them`(
        text: String, answer: String, comment: String?
    ) throws {
        let words = try AnswerWords(text, to: ["kind": "approval"])
        #expect(words.answer == answer)
        #expect(words.comment == comment)
    }

    @Test(arguments: [("tea", "tea"), ("Coffee", "coffee"), ("2", "coffee"), (" 3 ", "4")])
    func `a choice is made by its words or its place`(text: String, answer: String) throws {
        #expect(try AnswerWords(text, to: ["kind": "choice", "options": ["tea", "coffee", "4"]]).answer == answer)
    }

    @Test(
        arguments: [
            ("maybe", ["kind": "approval"]), ("", ["kind": "approval"]), ("5", choice), ("-1", choice),
            ("99999999999999999999", choice),
        ] as [(String, JSONValue)])
    func `what is no answer is refused`(text: String, question: JSONValue) {
        #expect(throws: CommandFailure.self) { try AnswerWords(text, to: question) }
    }

    @Test func `words are taken as they are`() throws {
        #expect(try AnswerWords("  on Monday, yes ", to: ["kind": "text"]) == AnswerWords("on Monday, yes", to: [:]))
    }
}
