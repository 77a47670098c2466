import Domain
import Testing

struct CapabilityTests {
    @Test func `the taxonomy has 41 words in six categories`() {
        #expect(Capability.allCases.count == 41)
        let sizes = Capability.Category.allCases.map { category in Capability.allCases.count { $0.category == category } }
        #expect(sizes == [10, 7, 5, 7, 6, 6])
    }

    @Test func `the categories stand one after the other`() {
        let order = Capability.allCases.compactMap { Capability.Category.allCases.firstIndex(of: $0.category) }
        #expect(order == order.sorted())
    }
}
