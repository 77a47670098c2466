import Domain
import Store

extension TurnContext {
    /// What an employee had done when they asked people something, and what was answered.
    struct Asked: Sendable {
        /// The steps of the turn that came upon the questions.
        let steps: [RunStep]
        let questions: [Question]
        /// The files that were given as answers.
        let files: [VaultFile.ID: VaultFile]

        /// - Returns: `nil` when the work is not brought about by an answer.
        init?(before work: WakeupRequest, in transaction: any Transaction) throws {
            questions = try Question.settled(before: work, in: transaction)
            guard let first = questions.first else { return nil }
            let run = try first.runID.flatMap { try transaction.find(Run.self, $0) }
            steps = try run?.wakeupID.map { try Run.steps(of: $0, in: transaction) } ?? []
            var files: [VaultFile.ID: VaultFile] = [:]
            for question in questions where question.kind == .file {
                guard let answer = question.answer, let file = try transaction.find(VaultFile.self, VaultFile.ID(answer)) else {
                    continue
                }
                files[file.id] = file
            }
            self.files = files
        }

        /// The turn so far, and the answers.
        var history: [ModelMessage] {
            var history: [ModelMessage] = []
            for step in steps {
                history.append(.assistant(text: step.text, toolCalls: step.toolCalls.value))
                history += step.results.value
            }
            return history + [.user(words)]
        }

        private var words: String {
            (["You asked the people who own the company. Go on with your work where you stopped."] + questions.map(line))
                .joined(separator: "\n")
        }

        private func line(_ question: Question) -> String {
            "- Question: \(question.prompt)\n  \(outcome(of: question))"
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
