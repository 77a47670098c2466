import Domain

/// Figures as people read them.
enum Quantity {
    /// Such as `940`, `1.9k`, `2.4M`.
    static func count(_ number: Int) -> String {
        switch number.magnitude {
        case ..<1000: "\(number)"
        case ..<999_950: tenths(number, of: 1000) + "k"
        default: tenths(number, of: 1_000_000) + "M"
        }
    }

    /// Such as `940 B`, `1.9 kB`, `2.4 MB`: powers of a thousand.
    static func bytes(_ number: Int) -> String {
        switch number.magnitude {
        case ..<1000: "\(number) B"
        case ..<999_950: tenths(number, of: 1000) + " kB"
        case ..<999_950_000: tenths(number, of: 1_000_000) + " MB"
        default: tenths(number, of: 1_000_000_000) + " GB"
        }
    }

    /// Minutes and seconds, `01:05`, or hours before them, `1:01:05`.
    static func clock(milliseconds: Int64) -> String {
        let seconds = max(0, milliseconds / 1000)
        let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return seconds < 3600 ? minutes : "\(seconds / 3600):\(minutes)"
    }

    /// Such as `0.8 s`, `52 s`, `3 min 5 s`, `2 h 4 min`.
    static func duration(milliseconds: Int64) -> String {
        let milliseconds = max(0, milliseconds)
        let seconds = milliseconds / 1000
        switch seconds {
        case ..<10: return "\(seconds).\(milliseconds / 100 % 10) s"
        case ..<60: return "\(seconds) s"
        case ..<3600: return "\(seconds / 60) min \(seconds % 60) s"
        default: return "\(seconds / 3600) h \(seconds / 60 % 60) min"
        }
    }

    /// Dollars with two places, or as many as a small amount needs to be told from nothing.
    static func dollars(_ money: Money) -> String {
        let sign = money.nanoDollars < 0 ? "-" : ""
        let nano = money.nanoDollars.magnitude
        if nano == 0 { return "$0.00" }
        let places = nano >= 100_000_000 ? 2 : nano >= 1_000_000 ? 4 : 6
        var unit: UInt64 = 1
        for _ in places..<9 { unit *= 10 }
        let rounded = nano / unit + (nano % unit * 2 >= unit ? 1 : 0)
        if rounded == 0 { return sign + "<$0.000001" }
        let perDollar = 1_000_000_000 / unit
        let fraction = String(rounded % perDollar)
        return "\(sign)$\(rounded / perDollar)." + String(repeating: "0", count: places - fraction.count) + fraction
    }

    /// Such as `1 run`, `2 runs`.
    static func of(_ number: Int, _ noun: String) -> String { "\(count(number)) \(noun)\(number == 1 ? "" : "s")" }

    private static func tenths(_ number: Int, of unit: Int) -> String {
        let tenth = UInt(unit / 10)
        let tenths = (number.magnitude + tenth / 2) / tenth
        return "\(number < 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
