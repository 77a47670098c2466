/// Vectors of one maker and one length, side by side in memory, each of length one.
package struct VectorMatrix: Sendable {
    package let dimension: Int
    package private(set) var count = 0
    private var numbers: [Float] = []

    package init(dimension: Int) { self.dimension = max(1, dimension) }

    /// A row that is near to what was asked.
    package struct Hit: Hashable, Sendable {
        package let row: Int
        /// The cosine of the angle between the two, from -1 to 1.
        package let score: Float
    }

    /// Adds a row.
    ///
    /// - Returns: `false` for a vector of another length or with numbers that are none; it is left out.
    package mutating func append(_ vector: [Float]) -> Bool {
        guard let unit = Self.unit(vector), vector.count == dimension else { return false }
        numbers.append(contentsOf: unit)
        count += 1
        return true
    }

    /// The nearest rows that `isWanted`, the nearest first; none for a query of another length.
    package func nearest(
        to query: [Float], limit: Int, above threshold: Float, where isWanted: (Int) -> Bool = { _ in true }
    ) -> [Hit] {
        guard query.count == dimension, let unit = Self.unit(query), limit > 0 else { return [] }
        var hits: [Hit] = []
        numbers.withUnsafeBufferPointer { all in
            unit.withUnsafeBufferPointer { query in
                for row in 0..<count where isWanted(row) {
                    let score = Self.product(
                        UnsafeRawBufferPointer(all), row * dimension, UnsafeRawBufferPointer(query), dimension)
                    if score >= threshold { hits.append(Hit(row: row, score: score)) }
                }
            }
        }
        hits.sort { ($1.score, $0.row) < ($0.score, $1.row) }
        return Array(hits.prefix(limit))
    }

    private static func product(
        _ left: UnsafeRawBufferPointer, _ start: Int, _ right: UnsafeRawBufferPointer, _ count: Int
    ) -> Float {
        let size = MemoryLayout<Float>.stride
        var sums = SIMD8<Float>()
        var place = 0
        while place + 8 <= count {
            sums +=
                left.loadUnaligned(fromByteOffset: (start + place) * size, as: SIMD8<Float>.self)
                * right.loadUnaligned(fromByteOffset: place * size, as: SIMD8<Float>.self)
            place += 8
        }
        var sum = sums.sum()
        while place < count {
            sum +=
                left.loadUnaligned(fromByteOffset: (start + place) * size, as: Float.self)
                * right.loadUnaligned(fromByteOffset: place * size, as: Float.self)
            place += 1
        }
        return sum
    }

    /// The same direction with the length one; zeros stay zeros.
    private static func unit(_ vector: [Float]) -> [Float]? {
        // Large numbers would overflow when squared.
        let largest = vector.reduce(0) { max($0, abs($1)) }
        guard vector.allSatisfy(\.isFinite) else { return nil }
        guard largest > 0 else { return vector }
        let scaled = vector.map { $0 / largest }
        let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return scaled.map { $0 / length }
    }
}
