import Foundation
import PackagePlugin

/// Puts the files of `RolePacks`, `Prices` and `Web` into the target, as `EmbeddedFiles` in a generated source.
///
/// All files and folders are inputs of the build: a changed file is noticed by itself, a new one by its folder. SwiftPM plans
/// a build anew only when a manifest or a source folder changed, so after a file was removed it complains of a missing input
/// until `Package.swift` is touched.
@main
struct EmbedFiles: BuildToolPlugin {
    private static let folders = ["RolePacks", "Prices", "Web"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let inputs = Self.folders.flatMap { entries(of: root.appending(path: $0)) }.sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(Self.folders.joined(separator: ", "))",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path, root.path] + Self.folders,
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    /// A folder and everything in it that is not hidden; nothing when there is no such folder.
    private func entries(of folder: URL) -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        return [folder] + (found?.compactMap { $0 as? URL } ?? [])
    }
}
