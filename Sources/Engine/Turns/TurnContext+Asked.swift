import Domain
import Store

extension TurnContext {
    /// What an employee had done when they asked people something, and what was answered.
    struct Asked: Sendable {
        /// The turns that came upon questions, one after the other.
        let turns: [Turn]
        /// The files that were given as answers.
        let files: [VaultFile.ID: VaultFile]

        struct Turn: Sendable {
            let steps: [RunStep]
            let questions: [Question]
        }

        /// - Returns: `nil` when the work is not brought about by an answer.
        init?(before work: WakeupRequest, in transaction: any Transaction) throws {
            guard work.cause == .questionAnswered else { return nil }
            let trail = try Question.trail(before: work, in: transaction)
            guard !trail.isEmpty else { return nil }
            turns = try trail.map { questions in
                let run = try questions.first?.runID.flatMap { try transaction.find(Run.self, $0) }
                return Turn(
                    steps: try run?.wakeupID.map { try Run.steps(of: $0, in: transaction) } ?? [], questions: questions)
            }
            var files: [VaultFile.ID: VaultFile] = [:]
            for question in trail.joined() where question.kind == .file {
                guard let answer = question.answer, let file = try transaction.find(VaultFile.self, VaultFile.ID(answer)) else {
                    continue
                }
                files[file.id] = file
            }
            self.files = files
        }

        /// The work so far, with the answers where they came.
        var history: [ModelMessage] {
            turns.flatMap { turn in
                turn.steps.flatMap { step in
                    [.assistant(text: step.text, toolCalls: step.toolCalls.value)] + step.results.value
                } + [ModelMessage.user(words(on: turn.questions))]
            }
        }

        private func words(on questions: [Question]) -> String {
            (["You asked the people who own the company. Go on with your work where you stopped."]
                + questions.map { "- Question: \($0.prompt)\n  \(outcome(of: $0))" }).joined(separator: "\n")
        }

        private func outcome(of question: Question) -> String {
            guard question.status == .answered, let answer = question.answer else {
                return "Withdrawn without an answer: \(question.comment ?? "no reason was given")"
            }
            let comment = question.comment.map { " Comment: \($0)" } ?? ""
            if let file = files[VaultFile.ID(answer)] {
                return "Answer: the file \(file.originalName), file_id \(file.id).\(comment)"
            }
            return "Answer: \(answer)\(comment)"
        }
    }
}
