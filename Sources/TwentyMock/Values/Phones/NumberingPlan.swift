/// What one country's numbering plan says about its phone numbers.
struct NumberingPlan: Sendable {
    /// ISO 3166 code; nil for the services beyond countries such as +800.
    let country: String?
    /// Without `+`.
    let callingCode: String
    let internationalPrefix: DigitPattern?
    /// What may stand before a national number inside the country.
    let nationalPrefix: DigitPattern?
    /// What replaces the prefix, if its group matched: these digits before the group.
    let nationalPrefixReplacement: [UInt8]?
    let nationalNumber: DigitPattern

    private let possibleLengths: [Int]
    /// Leading digits that no other country with the same calling code has.
    private let leadingDigits: DigitPattern?
    /// The exact pattern, for a country without leading digits among several with the same calling code.
    private let validNumber: DigitPattern?

    enum Length {
        case tooShort, possible, tooLong, between
    }

    func length(of digits: ArraySlice<UInt8>) -> Length {
        guard let shortest = possibleLengths.first, let longest = possibleLengths.last else { return .possible }
        if digits.count < shortest { return .tooShort }
        if digits.count > longest { return .tooLong }
        return possibleLengths.contains(digits.count) ? .possible : .between
    }

    /// Whether a national number is this country's rather than that of another one with the same calling code.
    func claims(_ digits: ArraySlice<UInt8>) -> Claim? {
        if let leadingDigits {
            return leadingDigits.prefixMatch(digits) != nil ? .byLeadingDigits : nil
        }
        guard nationalNumber.matchesWhole(digits), validNumber?.matchesWhole(digits) ?? true else { return nil }
        return .byValidity
    }

    enum Claim {
        case byLeadingDigits, byValidity
    }

    /// A line of `data`, and the pattern of `sharedCallingCodeData`.
    init?(line: Substring, validNumber: Substring?) {
        let columns = line.split(separator: " ")
        guard columns.count == 8, let nationalNumber = DigitPattern(columns[7]) else { return nil }
        country = columns[0] == "001" ? nil : String(columns[0])
        callingCode = String(columns[1])
        possibleLengths = columns[2].split(separator: ",").compactMap { Int($0) }
        internationalPrefix = Self.pattern(columns[3])
        nationalPrefix = Self.pattern(columns[4])
        nationalPrefixReplacement =
            columns[5] == "." ? nil : columns[5].utf8.prefix(while: \.isDecimalDigit).map { $0 - UInt8(ascii: "0") }
        leadingDigits = Self.pattern(columns[6])
        self.nationalNumber = nationalNumber
        self.validNumber = validNumber.flatMap { Self.pattern($0) }
    }

    private static func pattern(_ column: Substring) -> DigitPattern? {
        column == "." ? nil : DigitPattern(column)
    }
}
