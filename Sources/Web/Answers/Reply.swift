import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// What a route answers with.
struct Reply: Sendable {
    var status: HTTPResponse.Status
    var response: Response

    /// JSON, its keys those of the schema without the ending `_json`.
    static func json(of value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Reply {
        json(try ResponseJSON.value(of: value), status: status)
    }

    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Reply {
        var bytes: [UInt8] = []
        value.write(into: &bytes)
        var headers = HTTPFields()
        headers[.contentType] = "application/json; charset=utf-8"
        let body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        return Reply(status: status, response: Response(status: status, headers: headers, body: body))
    }
}
