import TestSupport
import Testing

@testable import Domain

struct MoneyArithmeticTests {
    private let highest = Money(nanoDollars: .max)
    private let lowest = Money(nanoDollars: .min)
    private let nano = Money(nanoDollars: 1)

    @Test func `sums and differences are exact`() throws {
        let sum = try Money("0.1") + Money("0.2")
        #expect(sum.description == "0.3")
        let difference = try Money("0.1") - Money("0.3")
        #expect(difference.description == "-0.2")
        #expect(try highest - nano + nano == highest)
    }

    @Test func `what leaves the range throws`() {
        #expect(throws: MoneyError.overflow) { try highest + nano }
        #expect(throws: MoneyError.overflow) { try lowest - nano }
        #expect(throws: MoneyError.overflow) { try Money.zero - lowest }
        #expect(throws: MoneyError.overflow) { try lowest + lowest }
        #expect(throws: MoneyError.overflow) { try highest.perMillion(times: 1_000_001) }
        #expect(throws: MoneyError.overflow) { try lowest.perMillion(times: 1_000_001) }
        #expect(throws: MoneyError.overflow) { try lowest.perMillion(times: -1_000_000) }
        #expect(throws: MoneyError.overflow) { try highest.perMillion(times: .max) }
        #expect(throws: MoneyError.overflow) { try lowest.perMillion(times: .min) }
        #expect(throws: MoneyError.overflow) { try lowest.perMillion(times: .max) }
    }

    @Test(
        arguments: [
            (3_000_000_000, 1_000_000, 3_000_000_000), (3_000_000_000, 1, 3000), (150_000_000, 1234, 185_100),
            (1, 499_999, 0), (1, 500_000, 1), (1, 1_499_999, 1), (1, 1_500_000, 2),
            (-1, 500_000, 0), (-1, 500_001, -1), (-1, 600_000, -1), (-1, 1_000_000, -1), (-1, 1_500_000, -1), (-1, 1_500_001, -2),
            (1, -500_000, 0), (1, -500_001, -1), (-1, -500_000, 1), (0, .max, 0), (.max, 0, 0),
            (.max, 1_000_000, .max), (.min, 1_000_000, .min), (.max, -1_000_000, -.max), (1_000_000, .max, .max),
            (1_000_000, .min, .min),
        ] as [(Int64, Int64, Int64)])
    func `a price per million is rounded half up`(price: Int64, count: Int64, cost: Int64) throws {
        #expect(try Money(nanoDollars: price).perMillion(times: count).nanoDollars == cost)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `a price per million agrees with arithmetic on paper`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let price = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<63, using: &random)
            let count = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<63, using: &random)
            let expected = PaperArithmetic.perMillion(price, times: count)
            let found = try? Money(nanoDollars: price).perMillion(times: count)  // an overflow is expected to be nil as well
            #expect(found?.nanoDollars == expected, "\(price) × \(count)")
        }
    }

    @Test func `the cost of a call counts what came from the cache apart`() throws {
        let price = try ModelPrice(input: Money("3"), output: Money("15"), cacheRead: Money("0.3"))
        let cost = try price.cost(of: TokenUsage(prompt: 1000, completion: 200, cacheRead: 400))
        #expect(cost.description == "0.00492")
    }

    @Test func `what is put into a cache and the call itself have prices of their own`() throws {
        let price = try ModelPrice(
            input: Money("3"), output: Money("15"), cacheRead: Money("0.3"), cacheWrite: Money("3.75"), perRequest: Money("0.01"))
        let cost = try price.cost(of: TokenUsage(prompt: 1000, completion: 200, cacheRead: 400, cacheWrite: 500))
        #expect(cost.description == "0.015295")
        let plain = try ModelPrice(input: Money("3"), output: Money("15"))
        let absurd = TokenUsage(prompt: 1000, completion: 0, cacheRead: 600, cacheWrite: 5000)
        #expect(try plain.cost(of: absurd).description == "0.003")
    }

    @Test(arguments: [
        (TokenUsage(prompt: -5, completion: -7, cacheRead: -9), "0"),
        (TokenUsage(prompt: 1000, completion: 0, cacheRead: 5000), "0.003"),
        (TokenUsage(prompt: 1000, completion: 0, cacheRead: 1000), "0.003"),
        (TokenUsage(prompt: 0, completion: 1_000_000, cacheRead: 1), "15"),
    ])
    func `counts that cannot be are read as the nearest that can`(usage: TokenUsage, cost: String) throws {
        let price = try ModelPrice(input: Money("3"), output: Money("15"))
        #expect(try price.cost(of: usage).description == cost)
    }
}

/// Multiplication and division by hand, digit by digit in base ten.
private enum PaperArithmetic {
    /// `price × count ÷ 1,000,000` rounded half up, or `nil` when that is no `Int64`.
    static func perMillion(_ price: Int64, times count: Int64) -> Int64? {
        let negative = (price < 0) != (count < 0)
        let product = multiply(digits(price.magnitude), digits(count.magnitude))  // lowest digit first
        let cut = Array(product.prefix(6)) + Array(repeating: 0, count: max(0, 6 - product.count))
        let fraction = cut.reversed().reduce(0) { $0 * 10 + $1 }
        // Half up: away from zero from one half on above zero, from more than one half on below.
        let up = negative ? fraction > 500_000 : fraction >= 500_000
        var text = product.dropFirst(6).reversed().map(String.init).joined()
        if text.isEmpty { text = "0" }
        guard let whole = UInt64(text), whole < .max else { return nil }
        let magnitude = whole + (up ? 1 : 0)
        return Int64((negative && magnitude > 0 ? "-" : "") + String(magnitude))
    }

    private static func digits(_ number: UInt64) -> [Int] { String(number).reversed().compactMap(\.wholeNumberValue) }

    private static func multiply(_ left: [Int], _ right: [Int]) -> [Int] {
        var sums = Array(repeating: 0, count: left.count + right.count)
        for (i, a) in left.enumerated() {
            for (j, b) in right.enumerated() { sums[i + j] += a * b }
        }
        var carry = 0
        for place in sums.indices {
            carry += sums[place]
            sums[place] = carry % 10
            carry /= 10
        }
        return sums
    }
}
