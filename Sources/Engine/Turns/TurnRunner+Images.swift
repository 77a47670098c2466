import Domain
import FoundationEssentials
import Logging
import Store

extension TurnRunner {
    /// A picture as the model is shown it; what cannot be read, or is none, is told in words, since a provider would refuse the
    /// whole turn because of it.
    func picture(_ file: VaultFile) -> ModelMessage {
        let name = file.originalName.inOneLine
        let bytes: [UInt8]
        do { bytes = try workplace.store.vault.read(file) } catch {
            workplace.logger.notice("A picture could not be read.", metadata: ["file": "\(file.id)", "error": "\(error)"])
            return .user("[The picture \(name) cannot be read.]")
        }
        guard bytes.count <= ShownImages.mostBytesEach, let format = ImageFormat(of: bytes) else {
            return .user("[The file \(name) is not the picture that it is said to be.]")
        }
        return .image(ModelImage(mediaType: format.rawValue, base64: Data(bytes).base64EncodedString()))
    }
}
