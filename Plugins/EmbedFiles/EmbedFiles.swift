import Foundation
import PackagePlugin

/// Puts the files of `RolePacks` and `Prices` into the target, as `EmbeddedFiles` in a generated source.
///
/// Every file is an input of the build, so a change to one runs the generator again. Hidden files are left out.
@main
struct EmbedFiles: BuildToolPlugin {
    private static let folders = ["RolePacks", "Prices"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let inputs = Self.folders.flatMap { files(below: root.appending(path: $0)) }.sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) files",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path, root.path] + inputs.map(\.path),
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    /// The files of a folder that may be missing.
    private func files(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
        guard let found else { return [] }
        return found.compactMap { $0 as? URL }.filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true  // a file that just went is none
        }
    }
}
