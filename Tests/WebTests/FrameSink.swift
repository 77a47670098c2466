import Domain
import Hummingbird
import NIOCore
import Synchronization

@testable import Web

/// Takes what a stream writes, and does something at a frame if it is told to.
final class FrameSink: ResponseBodyWriter {
    private let frames = Mutex<[String]>([])
    private let onFrame: @Sendable (String) async throws -> Void

    init(onFrame: @escaping @Sendable (String) async throws -> Void = { _ in }) { self.onFrame = onFrame }

    func take(_ stream: CompanyStream, after: Int?) async throws {
        var writer: any ResponseBodyWriter = self
        try await stream.write(after: after, to: &writer)
    }

    func write(_ buffer: ByteBuffer) async throws {
        let frame = String(buffer: buffer)
        frames.withLock { $0.append(frame) }
        try await onFrame(frame)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}

    /// The name of the first frame's event.
    var first: Substring? { frames.withLock { $0.first }?.dropFirst("event: ".count).prefix { $0 != "\n" } }

    /// What the events of a name say.
    func data(_ name: String) -> [JSONValue] {
        frames.withLock { $0 }.filter { $0.contains("event: \(name)\n") }.compactMap { frame in
            frame.split(separator: "\n").first { $0.hasPrefix("data: ") }.flatMap {
                try? JSONValue(parsing: String($0.dropFirst(6)))  // what is no JSON is missed by whoever expects it
            }
        }
    }

    var sequences: [Int] {
        frames.withLock { $0 }.compactMap { frame in
            frame.hasPrefix("id: ") ? Int(frame.dropFirst(4).prefix { $0 != "\n" }) : nil
        }
    }
}
