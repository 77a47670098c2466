import Domain
import Testing

struct RuntimeStrategyTests {
    private let small = MachineProfile(cores: 2, memory: 8 << 30, hasGPU: false)
    private let large = MachineProfile(cores: 16, memory: 64 << 30, hasGPU: false)
    private let graphic = MachineProfile(cores: 4, memory: 16 << 30, hasGPU: true)

    @Test func `what is chosen counts, whatever the machine is`() {
        for (strategy, slots) in [(RuntimeStrategy.lean, 2), (.hybrid, 4), (.alwaysOn, 8)] {
            let found = strategy.resolved(on: small, hasLocal: true, hasCloud: false)
            #expect(found.strategy == strategy && found.slots == slots)
        }
    }

    @Test func `left to the program, it follows the machine and the providers`() {
        let auto = RuntimeStrategy.auto
        func word(_ machine: MachineProfile, _ hasLocal: Bool, _ hasCloud: Bool) -> RuntimeStrategy {
            auto.resolved(on: machine, hasLocal: hasLocal, hasCloud: hasCloud).strategy
        }
        #expect(word(small, false, true) == .alwaysOn)
        #expect(word(small, true, true) == .alwaysOn)
        #expect(word(large, true, true) == .hybrid)
        #expect(word(graphic, true, true) == .hybrid)
        #expect(word(graphic, true, false) == .hybrid)
        #expect(word(small, true, false) == .lean)
        #expect(word(large, false, false) == .lean)
    }
}
