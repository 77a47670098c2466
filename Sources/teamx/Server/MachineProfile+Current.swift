import Domain
import FoundationEssentials

extension MachineProfile {
    /// The machine that this runs on.
    static var current: MachineProfile {
        MachineProfile(
            cores: ProcessInfo.processInfo.activeProcessorCount, memory: Int64(clamping: ProcessInfo.processInfo.physicalMemory),
            hasGPU: hasGraphics)
    }

    private static var hasGraphics: Bool {
        #if os(macOS)
        return true  // models run on what every Mac of today has
        #else
        // The devices by which NVIDIA's and AMD's drivers offer computing.
        return ["/dev/nvidia0", "/dev/kfd"].contains { FileManager.default.fileExists(atPath: $0) }
        #endif
    }
}
