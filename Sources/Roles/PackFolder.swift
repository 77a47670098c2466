import FoundationEssentials

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads the files of a pack from a folder, within bounds.
///
/// There may be ``PackFile/countLimit`` files of ``PackFile/sizeLimit`` bytes, eight folders deep. Symbolic links are not followed, hidden files and `node_modules` are passed over.
struct PackFolder {
    private static let depthLimit = 8

    private(set) var files: [PackFile] = []
    private(set) var problems: [RolePackProblem] = []

    /// - Throws: ``RolePackError/unreadableFolder(_:)``, ``RolePackError/tooManyFiles``.
    init(reading folder: String) throws(RolePackError) {
        let names = try Self.names(in: folder)
        try read(names, of: folder, at: "", depth: 1)
        files.sort { $0.path < $1.path }
    }

    private static func names(in folder: String) throws(RolePackError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .unreadableFolder(folder)
        }
    }

    private mutating func read(_ names: [String], of folder: String, at path: String, depth: Int) throws(RolePackError) {
        for name in names where !PackFile.isIgnored(name) {
            let place = path.isEmpty ? name : "\(path)/\(name)"
            switch Entry.read(folder + "/" + name) {
            case .folder where depth >= Self.depthLimit: report(place, "lies more than \(Self.depthLimit) folders deep")
            case .folder:
                let inner = folder + "/" + name
                try read(Self.names(in: inner), of: inner, at: place, depth: depth + 1)
            case .file(let bytes):
                guard files.count < PackFile.countLimit else { throw .tooManyFiles }
                files.append(PackFile(path: place, bytes: bytes))
            case .tooLarge: report(place, "has more than \(PackFile.sizeLimit) bytes")
            case .other: report(place, "is neither a file nor a folder; symbolic links are not followed")
            case .unreadable: report(place, "cannot be read")
            }
        }
    }

    private mutating func report(_ path: String, _ message: String) {
        problems.append(RolePackProblem(file: path, severity: .error, message: message))
    }
}

/// What stands under a name in a folder.
private enum Entry {
    case folder
    case file([UInt8])
    case tooLarge
    /// A link, a pipe, a device.
    case other
    case unreadable

    static func read(_ path: String) -> Entry {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == ELOOP || errno == ENXIO ? .other : .unreadable }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .unreadable }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return contents(of: descriptor)
        default: return .other
        }
    }

    private static func contents(of descriptor: Int32) -> Entry {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = buffer.withUnsafeMutableBytes { SteadyReading.take(descriptor, $0) }
            guard count >= 0 else { return .unreadable }
            guard count > 0 else { return .file(bytes) }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= PackFile.sizeLimit else { return .tooLarge }
        }
    }
}

/// The read call, again when a signal interrupts it.
private enum SteadyReading {
    static func take(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }
}
