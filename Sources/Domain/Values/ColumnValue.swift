/// One value as a database holds it.
package enum ColumnValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// A type that is stored in one column.
package protocol ColumnConvertible {
    /// - Throws: ``ColumnError`` when the stored value is none of this type's.
    init(column: ColumnValue) throws

    var column: ColumnValue { get }
}

/// Why a stored value could not be read.
package enum ColumnError: Error, Equatable {
    /// The value has another storage class than the type is stored with.
    case mismatch(expected: String, found: ColumnValue)
    /// The text is on no list of values that the program knows.
    case unknownValue(String, of: String)
    /// The text is not JSON, or not of the shape the column's type has.
    case malformedJSON(String)
}

extension String: ColumnConvertible {
    package init(column: ColumnValue) throws {
        guard case .text(let text) = column else { throw ColumnError.mismatch(expected: "text", found: column) }
        self = text
    }

    package var column: ColumnValue { .text(self) }
}

extension Int64: ColumnConvertible {
    package init(column: ColumnValue) throws {
        guard case .integer(let integer) = column else { throw ColumnError.mismatch(expected: "integer", found: column) }
        self = integer
    }

    package var column: ColumnValue { .integer(self) }
}

extension Int: ColumnConvertible {
    package init(column: ColumnValue) throws { self = try Int(truncatingIfNeeded: Int64(column: column)) }

    package var column: ColumnValue { .integer(Int64(self)) }
}

extension Double: ColumnConvertible {
    package init(column: ColumnValue) throws {
        switch column {
        case .real(let real): self = real
        case .integer(let integer): self = Double(integer)
        default: throw ColumnError.mismatch(expected: "real", found: column)
        }
    }

    package var column: ColumnValue { .real(self) }
}

extension Bool: ColumnConvertible {
    package init(column: ColumnValue) throws { self = try Int64(column: column) != 0 }

    package var column: ColumnValue { .integer(self ? 1 : 0) }
}

extension [UInt8]: ColumnConvertible {
    package init(column: ColumnValue) throws {
        guard case .blob(let bytes) = column else { throw ColumnError.mismatch(expected: "blob", found: column) }
        self = bytes
    }

    package var column: ColumnValue { .blob(self) }
}

extension Optional: ColumnConvertible where Wrapped: ColumnConvertible {
    package init(column: ColumnValue) throws { self = column == .null ? nil : try Wrapped(column: column) }

    package var column: ColumnValue { self?.column ?? .null }
}
