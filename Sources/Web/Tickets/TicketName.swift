import Domain
import Store

extension Ticket.Name {
    static let shape = AnswerShape.members(["id": .text, "key": .text, "title": .text])

    func json(in company: Company) -> JSONValue {
        ["id": .string(id.rawValue), "key": .string(key(in: company)), "title": .string(title)]
    }

    func key(in company: Company) -> String { company.key(number) ?? id.rawValue }
}
