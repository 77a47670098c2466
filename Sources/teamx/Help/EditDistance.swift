/// How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another.
enum EditDistance {
    static func between(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first), Array(second))
        var earlier: [Int] = []
        var last = Array(0...second.count)
        for row in first.indices {
            var current = [row + 1]
            for column in second.indices {
                let change = last[column] + (first[row] == second[column] ? 0 : 1)
                var best = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    best = min(best, earlier[column - 1] + 1)
                }
                current.append(best)
            }
            (earlier, last) = (last, current)
        }
        return last[second.count]
    }
}
