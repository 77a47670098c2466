/// Comparing secrets without telling by the time it takes how much of them was right.
enum ConstantTime {
    /// Takes the same time wherever `given` differs from `wanted`.
    static func areEqual(_ given: some Collection<UInt8>, _ wanted: some Collection<UInt8>) -> Bool {
        let (given, wanted) = (Array(given), Array(wanted))
        var difference = given.count ^ wanted.count
        for (index, byte) in wanted.enumerated() { difference |= Int((index < given.count ? given[index] : 0) ^ byte) }
        return difference == 0
    }
}
