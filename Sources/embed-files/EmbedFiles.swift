/// Writes a Swift file that holds the contents of other files, so that the program carries them inside.
///
///     embed-files OUTPUT ROOT FOLDER...
///
/// Everything below the folders of ROOT is taken, hidden files aside, and known by its path from ROOT. A folder may be missing.
@main
struct EmbedFiles {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { Disk.fail("usage: embed-files OUTPUT ROOT FOLDER...") }
        let root = arguments[2]
        var source = EmbeddedSource()
        for folder in arguments.dropFirst(3).sorted() {
            for path in Disk.files(below: folder, of: root).sorted() {
                guard let bytes = Disk.read(root + "/" + path) else { Disk.fail("\(path) cannot be read") }
                source.add(bytes, at: path)
            }
        }
        guard Disk.write(Array(source.text.utf8), to: arguments[1]) else { Disk.fail("\(arguments[1]) cannot be written") }
    }
}
