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

    /// The nearest rows, the nearest first; none for a query of another length.
    ///
    /// - Parameter spans: Which rows are looked at, all unless given.
    package func nearest(
        to query: [Float], limit: Int, above threshold: Float, in spans: [Range<Int>]? = nil
    ) -> [Hit] {
        guard query.count == dimension, let unit = Self.unit(query), limit > 0 else { return [] }
        var hits: [Hit] = []
        var floor = threshold
        numbers.withUnsafeBufferPointer { all in
            unit.withUnsafeBufferPointer { query in
                let (all, query) = (UnsafeRawBufferPointer(all), UnsafeRawBufferPointer(query))
                for span in spans ?? [0..<count] {
                    for row in span.clamped(to: 0..<count) {
                        let score = Self.product(all, row * dimension, query, dimension)
                        guard score >= floor else { continue }
                        hits.append(Hit(row: row, score: score))
                        // What is farther away than as many as are wanted need not be kept.
                        if hits.count - limit >= 256 { floor = Self.cut(&hits, to: limit) ?? floor }
                    }
                }
            }
        }
        _ = Self.cut(&hits, to: limit)
        return hits
    }

    /// Keeps the nearest.
    ///
    /// - Returns: How near the last of them is.
    private static func cut(_ hits: inout [Hit], to limit: Int) -> Float? {
        hits.sort { ($1.score, $0.row) < ($0.score, $1.row) }
        hits.removeLast(max(0, hits.count - limit))
        return hits.last?.score
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
