#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A port that listens but has no room for one more connection, so that connecting takes for ever.
final class DeafPort {
    struct Failure: Error {}

    let number: UInt16
    private var sockets: [Int32] = []

    init() throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let listener = socket(AF_INET, Self.stream, 0)
        guard listener >= 0, Self.call(bind, listener, &address), listen(listener, 0) == 0 else { throw Failure() }
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let named = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        guard named == 0 else { throw Failure() }
        number = UInt16(bigEndian: address.sin_port)
        sockets = [listener]
        for _ in 0..<4 {  // one or two find room; the others see to it that there is none
            let filler = socket(AF_INET, Self.stream, 0)
            _ = fcntl(filler, F_SETFL, O_NONBLOCK)
            _ = Self.call(connect, filler, &address)
            sockets.append(filler)
        }
    }

    deinit { for descriptor in sockets { close(descriptor) } }

    private static func call(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32, _ address: inout sockaddr_in
    ) -> Bool {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
    private static let stream = SOCK_STREAM
    #endif
}
