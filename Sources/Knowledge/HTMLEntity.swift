/// A character of HTML that is written by its name or number.
enum HTMLEntity {
    /// The text that the entity at the start of `bytes` means and how many bytes it takes, or nil when there is none.
    static func read(_ bytes: ArraySlice<UInt8>) -> (text: String, length: Int)? {
        let body = bytes.dropFirst().prefix(longestName + 1)
        guard let semicolon = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: body[..<semicolon], as: UTF8.self)
        guard let text = name.hasPrefix("#") ? numbered(name.dropFirst()) : named[name] else { return nil }
        return (text, semicolon - bytes.startIndex + 1)
    }

    private static func numbered(_ digits: Substring) -> String? {
        let hexadecimal = digits.first == "x" || digits.first == "X"
        let digits = hexadecimal ? digits.dropFirst() : digits
        guard digits.first?.isHexDigit == true, let number = UInt32(digits, radix: hexadecimal ? 16 : 10) else { return nil }
        guard number >= 0x20 || number == 0x09 || number == 0x0A, let scalar = Unicode.Scalar(number) else { return " " }
        return String(Character(scalar))
    }

    private static let longestName = 10

    /// Those that stand in real pages; the full list of HTML has over two thousand.
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ",
        "shy": "", "zwj": "", "zwnj": "",
        "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•", "middot": "·", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
        "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "dagger": "†", "para": "¶", "sect": "§",
        "copy": "©", "reg": "®", "trade": "™", "deg": "°", "plusmn": "±", "times": "×", "divide": "÷", "minus": "−",
        "frac12": "½", "frac14": "¼", "frac34": "¾", "micro": "µ", "le": "≤", "ge": "≥", "ne": "≠", "infin": "∞",
        "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓",
        "iexcl": "¡", "iquest": "¿", "ordf": "ª", "ordm": "º",
        "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ", "ccedil": "ç",
        "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î", "iuml": "ï",
        "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö", "oslash": "ø", "oelig": "œ",
        "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "yacute": "ý", "yuml": "ÿ", "szlig": "ß", "scaron": "š",
        "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä", "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç",
        "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë", "Igrave": "Ì", "Iacute": "Í", "Icirc": "Î", "Iuml": "Ï",
        "Ntilde": "Ñ", "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ", "Ouml": "Ö", "Oslash": "Ø", "OElig": "Œ",
        "Ugrave": "Ù", "Uacute": "Ú", "Ucirc": "Û", "Uuml": "Ü", "Yacute": "Ý", "Scaron": "Š",
    ]
}
