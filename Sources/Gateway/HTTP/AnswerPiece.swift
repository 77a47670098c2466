import AsyncHTTPClient
import NIOHTTP1

/// One piece of an answer, in the order in which they come.
enum AnswerPiece: Sendable {
    case head(AnswerHead)
    case bytes([UInt8])
}

/// The status and headers of an answer.
struct AnswerHead: Sendable {
    let status: Int
    private let headers: HTTPHeaders

    init(_ response: HTTPClientResponse) {
        status = Int(response.status.code)
        headers = response.headers
    }

    var isSuccess: Bool { (200..<300).contains(status) }

    func header(_ name: String) -> String? { headers.first(name: name) }
}
