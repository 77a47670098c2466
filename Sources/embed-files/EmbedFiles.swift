#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Writes a Swift file that holds the contents of other files, so that the program carries them inside.
///
///     embed-files OUTPUT ROOT FILE...
///
/// Each FILE lies below ROOT and is known by its path from there.
@main
struct EmbedFiles {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { fail("usage: embed-files OUTPUT ROOT FILE...") }
        let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
        var source = EmbeddedSource()
        for path in arguments.dropFirst(3).sorted() {
            guard path.hasPrefix(root) else { fail("\(path) does not lie below \(root)") }
            guard let bytes = DiskFile.read(path) else { fail("\(path) cannot be read") }
            source.add(bytes, at: String(path.dropFirst(root.count)))
        }
        guard DiskFile.write(Array(source.text.utf8), to: arguments[1]) else { fail("\(arguments[1]) cannot be written") }
    }

    private static func fail(_ message: String) -> Never {
        _ = DiskFile.write(Array("error: \(message)\n".utf8), on: 2)
        exit(1)
    }
}

private enum DiskFile {
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { transfer($0.baseAddress, $0.count, on: descriptor) }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return write(bytes, on: descriptor)
    }

    static func write(_ bytes: [UInt8], on descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { put($0.baseAddress, $0.count, on: descriptor) }
            guard count > 0 else { return false }
            rest.removeFirst(count)
        }
        return true
    }

    #if canImport(Glibc)
    private static func transfer(_ buffer: UnsafeMutableRawPointer?, _ count: Int, on descriptor: Int32) -> Int {
        Glibc.read(descriptor, buffer, count)
    }

    private static func put(_ buffer: UnsafeRawPointer?, _ count: Int, on descriptor: Int32) -> Int {
        Glibc.write(descriptor, buffer, count)
    }
    #else
    private static func transfer(_ buffer: UnsafeMutableRawPointer?, _ count: Int, on descriptor: Int32) -> Int {
        Darwin.read(descriptor, buffer, count)
    }

    private static func put(_ buffer: UnsafeRawPointer?, _ count: Int, on descriptor: Int32) -> Int {
        Darwin.write(descriptor, buffer, count)
    }
    #endif
}
