/// Takes a written number apart, as Google's libphonenumber does: calling code, national number, country.
///
/// A number need not be valid for that, only of a plausible length (2 to 17 national digits).
struct PhoneNumberParsing {
    let nationalNumber: String
    let callingCode: String
    /// Nil if the calling code is shared and the number is none of those countries'.
    let country: String?

    private static let nationalDigits = 2...17
    private static let mostDigits = 40

    /// - Parameters:
    ///   - country: the plan by which a number without calling code is read.
    ///   - callingCode: the same if no country is given; without `+`.
    init?(_ text: String, country: String?, callingCode: String?) {
        guard let (isInternational, digits) = PhoneNumberText.digits(text), digits.count <= Self.mostDigits else {
            return nil
        }
        let home = country.flatMap { NumberingPlans.all[country: $0] }
        let homePlan = home ?? callingCode.flatMap { NumberingPlans.all[callingCode: $0].first }
        var dialled: (callingCode: String, rest: ArraySlice<UInt8>)?
        if isInternational {
            dialled = Self.splitCallingCode(digits[...])
            if dialled == nil { return nil }
        } else if let home, let rest = Self.withoutInternationalPrefix(digits[...], plan: home) {
            dialled = Self.splitCallingCode(rest)
            if dialled == nil { return nil }
        } else if let homePlan, let rest = Self.withoutCallingCode(digits[...], plan: homePlan) {
            dialled = (homePlan.callingCode, rest)
        }
        guard let plan = dialled.map({ NumberingPlans.all[callingCode: $0.callingCode].first }) ?? homePlan else {
            return nil
        }
        let national = Self.nationalNumber(dialled?.rest ?? digits[...], plan: plan)
        guard Self.nationalDigits.contains(national.count) else { return nil }
        nationalNumber = String(decoding: national.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        self.callingCode = plan.callingCode
        let sharing = NumberingPlans.all[callingCode: plan.callingCode]
        self.country =
            Self.country(of: national, among: sharing, preferred: country) ?? (dialled == nil ? country : nil)
    }

    private static func splitCallingCode(_ digits: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        for length in 1...3 where length <= digits.count {
            let callingCode = digits.prefix(length).map(String.init).joined()
            if !NumberingPlans.all[callingCode: callingCode].isEmpty {
                return (callingCode, digits.dropFirst(length))
            }
        }
        return nil
    }

    /// Nil if there is no such prefix. No calling code starts with 0.
    private static func withoutInternationalPrefix(
        _ digits: ArraySlice<UInt8>, plan: NumberingPlan
    ) -> ArraySlice<UInt8>? {
        guard let match = plan.internationalPrefix?.prefixMatch(digits), match.length > 0 else { return nil }
        let rest = digits.dropFirst(match.length)
        return rest.first == 0 ? nil : rest
    }

    /// `33612345678` written in France is taken for `+33612345678`, since only that is a number there. Nil if the digits
    /// had better be left alone.
    private static func withoutCallingCode(_ digits: ArraySlice<UInt8>, plan: NumberingPlan) -> ArraySlice<UInt8>? {
        guard digits.map(String.init).joined().hasPrefix(plan.callingCode) else { return nil }
        let shorter = digits.dropFirst(plan.callingCode.utf8.count)
        let national = nationalNumber(digits, plan: plan)
        let becomesValid =
            !plan.nationalNumber.matchesWhole(national)
            && plan.nationalNumber.matchesWhole(nationalNumber(shorter, plan: plan))
        return becomesValid || plan.length(of: national) == .tooLong ? shorter : nil
    }

    /// Without national prefix, unless the rest could not be a number.
    private static func nationalNumber(_ digits: ArraySlice<UInt8>, plan: NumberingPlan) -> ArraySlice<UInt8> {
        guard let match = plan.nationalPrefix?.prefixMatch(digits) else { return digits }
        var national = digits.dropFirst(match.length)
        if let replacement = plan.nationalPrefixReplacement, let group = match.lastGroup {
            national = (replacement + digits[group] + national)[...]
        }
        if plan.nationalNumber.matchesWhole(digits), !plan.nationalNumber.matchesWhole(national) { return digits }
        switch plan.length(of: national) {
        case .tooShort, .between: return digits
        case .possible, .tooLong: return national
        }
    }

    private static func country(
        of national: ArraySlice<UInt8>, among plans: [NumberingPlan], preferred: String?
    ) -> String? {
        if plans.count == 1 { return plans[0].country }
        var first: String?
        for plan in plans {
            switch plan.claims(national) {
            case .byLeadingDigits: return plan.country
            case .byValidity where preferred == nil || plan.country == preferred: return plan.country
            case .byValidity: first = first ?? plan.country
            case nil: break
            }
        }
        return first
    }
}
