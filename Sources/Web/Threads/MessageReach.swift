import Domain
import Engine
import Store

/// Who answers a message, as whoever wrote it is told.
enum MessageReach {
    static let shape: [String: AnswerShape] = [
        "woken": .many(
            .members(["employee_id": .text, "name": .optional(.text), "waits_for": .optional(.one(Finding.self))])),
        "unknown_names": .many(.text), "departed": .many(.members(["employee_id": .text, "sentence": .text])),
    ]

    /// The members that the answer has besides the message.
    static func members(
        of message: Message, in thread: Thread, on terms: DispatchTerms, _ transaction: any Transaction
    ) throws -> [String: JSONValue] {
        let works = try message.work(in: thread, transaction)
        let names = try Employee.names(of: Set(works.map(\.agentID.rawValue)), in: transaction)
        var woken: [JSONValue] = []
        if !works.isEmpty {
            var view = try QueueView(on: terms, in: transaction)
            woken = try works.map { work in
                [
                    "employee_id": .string(work.agentID.rawValue),
                    "name": names[work.agentID.rawValue].map { .string($0) } ?? .null,
                    "waits_for": try view.wait(of: work).map { try ResponseJSON.value(of: $0) } ?? .null,
                ]
            }
        }
        let vain = try message.namesInVain(in: thread, transaction)
        let departed = try vain.departed.compactMap { id -> JSONValue? in
            guard let person = try transaction.find(Employee.self, id) else { return nil }
            return ["employee_id": .string(id.rawValue), "sentence": .string(try person.departure(in: transaction).sentence)]
        }
        return [
            "woken": .array(woken), "unknown_names": .array(vain.unknown.map { .string($0) }), "departed": .array(departed),
        ]
    }
}
