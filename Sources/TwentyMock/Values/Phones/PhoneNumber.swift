/// A number of a PHONES field in the form that is stored (rest-core 9.4, graphql-core 8 "PHONES").
package struct PhoneNumber: Hashable, Sendable {
    /// National digits without prefix, separators and calling code; empty if there is no number.
    package let nationalNumber: String
    /// ISO 3166, two letters: the one that was sent, else the one that the number tells.
    package let countryCode: String?
    /// With `+`.
    package let callingCode: String?

    /// Checks and normalises a number with its codes as they were sent; empty texts are as good as none.
    ///
    /// The codes must be known and belong together. The number is read with them as defaults and must not contradict
    /// them; it is enough that it could be a number (`1234567890` in FR). Without a number the codes stay as sent.
    package init(
        number: String?, countryCode: String? = nil, callingCode: String? = nil
    ) throws(PhoneNumberError) {
        let country = countryCode?.isEmpty == false ? countryCode : nil
        let sentCallingCode = callingCode?.isEmpty == false ? callingCode : nil
        let plan = country.flatMap { NumberingPlans.all[country: $0] }
        if let country, plan == nil { throw .invalidCountryCode(country) }
        let calling = sentCallingCode.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
        if let sentCallingCode, let calling, !NumberingPlans.all[callingCode: calling].contains(where: \.isOfCountry) {
            throw .invalidCallingCode(sentCallingCode)
        }
        if let plan, let calling, plan.callingCode != calling { throw .conflictingCodes }
        guard let number, !number.isEmpty else {
            nationalNumber = ""
            self.countryCode = country
            self.callingCode = sentCallingCode
            return
        }
        guard let parsed = PhoneNumberParsing(number, country: country, callingCode: calling) else {
            throw .invalidNumber(number)
        }
        if let country, let inferred = parsed.country, inferred != country { throw .conflictingCountryCode }
        if let calling, parsed.callingCode != calling { throw .conflictingCallingCode }
        nationalNumber = parsed.nationalNumber
        self.countryCode = country ?? parsed.country
        self.callingCode = "+" + parsed.callingCode
    }
}

extension NumberingPlan {
    fileprivate var isOfCountry: Bool { country != nil }
}
