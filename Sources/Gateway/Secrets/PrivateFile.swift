package import Domain

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A small file that is its owner's alone.
package struct PrivateFile: Hashable, Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// The bytes; `nil` where there is no file.
    ///
    /// Whoever else could read it cannot from now on.
    ///
    /// - Throws: ``SecretStoreError/system(path:reason:)``, also for a symbolic link and for more than a mebibyte.
    package func read() throws(SecretStoreError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure()
        }
        defer { close(descriptor) }
        fchmod(descriptor, 0o600)
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0) }
            if count == 0 { return all }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw failure()
            }
            all += buffer.prefix(count)
            guard all.count <= 1 << 20 else { throw .system(path: path, reason: "it is too large") }
        }
    }

    /// Puts `bytes` in the file's place, whole or not at all, and on the disk.
    ///
    /// - Throws: ``SecretStoreError/system(path:reason:)``; then the file is as it was.
    package func replace(with bytes: [UInt8]) throws(SecretStoreError) {
        let news = path + ".new"
        unlink(news)  // left by a process that was killed
        let descriptor = open(news, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure() }
        guard fchmod(descriptor, 0o600) == 0, Self.write(bytes, to: descriptor), fsync(descriptor) == 0 else {
            let failure = failure()
            close(descriptor)
            unlink(news)
            throw failure
        }
        close(descriptor)
        guard rename(news, path) == 0 else {
            let failure = failure()
            unlink(news)
            throw failure
        }
        let folder = open(self.folder, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }  // it is in place; only a power cut could still undo it
        fsync(folder)
        close(folder)
    }

    private var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func failure() -> SecretStoreError { .system(path: path, reason: String(cString: strerror(errno))) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
