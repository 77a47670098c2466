import Domain

extension FakeModelServer {
    /// How one request is answered.
    package struct Script: Sendable {
        /// What becomes of the answer.
        package enum Ending: Hashable, Sendable {
            case complete
            /// The connection is closed, as by a process that died.
            case closed(afterBytes: Int)
            /// The connection is reset, as by a machine that died.
            case reset(afterBytes: Int)
            /// Nothing more comes, but the connection stays.
            case stalled(afterBytes: Int)
            /// Not even the head of an answer comes.
            case silent
        }

        package var status: Int
        package var headers: [String: String]
        package var body: [UInt8]
        /// How many bytes are sent at a time; `nil` for all at once.
        package var pieceSize: Int?
        package var ending = Ending.complete

        package init(status: Int = 200, headers: [String: String] = [:], body: [UInt8], pieceSize: Int? = nil) {
            self.status = status
            self.headers = headers
            self.body = body
            self.pieceSize = pieceSize
        }
    }
}

extension FakeModelServer.Script {
    /// The same answer, sent so many bytes at a time.
    package func split(every size: Int) -> Self {
        var script = self
        script.pieceSize = size
        return script
    }

    /// The same answer, but something happens on the way.
    package func ending(_ ending: Ending) -> Self {
        var script = self
        script.ending = ending
        return script
    }

    /// The bytes that are sent before the ending.
    var sent: ArraySlice<UInt8> {
        switch ending {
        case .complete: body[...]
        case .closed(let count), .reset(let count), .stalled(let count): body.prefix(count)
        case .silent: []
        }
    }
}
