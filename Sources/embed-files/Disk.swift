#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The few calls of the operating system that the generator needs; it builds faster without Foundation.
enum Disk {
    /// The paths from `root` of all regular files below a folder of it.
    static func files(below folder: String, of root: String) -> [String] {
        var files: [String] = []
        for name in names(in: root + "/" + folder) where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var status = stat()
            guard lstat(root + "/" + path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: files += self.files(below: path, of: root)
            case S_IFREG: files.append(path)
            default: fail("\(path) is neither a file nor a folder")
            }
        }
        return files
    }

    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { Steady.take($0, from: descriptor) }
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

    /// Ends the program with a message that the build shows.
    static func fail(_ message: String) -> Never {
        _ = write(Array("error: \(message)\n".utf8), on: 2)
        exit(1)
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let start = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            names.append(String(cString: UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: CChar.self)))
        }
        return names
    }

    private static func write(_ bytes: [UInt8], on descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Steady.put($0, on: descriptor) }
            guard count > 0 else { return false }
            rest.removeFirst(count)
        }
        return true
    }
}

/// The calls whose names ``Disk`` has for its own, again when a signal interrupts them.
private enum Steady {
    static func take(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Int {
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }

    static func put(_ buffer: UnsafeRawBufferPointer, on descriptor: Int32) -> Int {
        while true {
            let count = write(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }
}
