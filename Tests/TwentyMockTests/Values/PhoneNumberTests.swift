import Testing

@testable import TwentyMock

/// rest-core 9.4, graphql-core 8 (PHONES).
@Suite struct PhoneNumberTests {
    struct Sent: Sendable {
        var number: String?
        var country: String?
        var calling: String?

        init(_ number: String?, _ country: String? = nil, _ calling: String? = nil) {
            (self.number, self.country, self.calling) = (number, country, calling)
        }

        func stored() throws(PhoneNumberError) -> [String?] {
            let phone = try PhoneNumber(number: number, countryCode: country, callingCode: calling)
            return [phone.nationalNumber, phone.countryCode, phone.callingCode]
        }
    }

    @Test(arguments: [
        (Sent("+33612345678"), ["612345678", "FR", "+33"]),
        (Sent("+33612345678", "FR", "+33"), ["612345678", "FR", "+33"]),
        (Sent("0612345678", "FR"), ["612345678", "FR", "+33"]),
        (Sent("0612345678", nil, "+33"), ["612345678", "FR", "+33"]),
        (Sent("06 12 34 56 78", "FR", ""), ["612345678", "FR", "+33"]),
        (Sent("0033612345678", "FR"), ["612345678", "FR", "+33"]),
        (Sent("33612345678", "FR"), ["612345678", "FR", "+33"]),
        (Sent("1234567890", "FR", "+33"), ["1234567890", "FR", "+33"]),
        (Sent("01234567890", "FR", "+33"), ["1234567890", "FR", "+33"]),
        (Sent("+44 (0)20 7123 4567"), ["2071234567", "GB", "+44"]),
        (Sent("+442071234567"), ["2071234567", "GB", "+44"]),
        (Sent("+447911123456"), ["7911123456", "GG", "+44"]),
        (Sent("tel:+1-202-555-0123"), ["2025550123", "US", "+1"]),
        (Sent("(416) 555-0123", nil, "+1"), ["4165550123", "CA", "+1"]),
        (Sent("+12684641234"), ["2684641234", "AG", "+1"]),
        (Sent("4641234", "AG"), ["2684641234", "AG", "+1"]),
        (Sent("+77012345678"), ["7012345678", "KZ", "+7"]),
        (Sent("8 912 345 67 89", "RU"), ["9123456789", "RU", "+7"]),
        (Sent("+390612345678"), ["0612345678", "IT", "+39"]),
        (Sent("+390669812345"), ["0669812345", "VA", "+39"]),
        (Sent("011 15-2345-6789", "AR"), ["91123456789", "AR", "+54"]),
        (Sent("+80012345678"), ["12345678", nil, "+800"]),
        (Sent("+1 202-555-0123 ext. 45"), ["2025550123", "US", "+1"]),
        (Sent("+1 202-555-0123x45"), ["2025550123", "US", "+1"]),
        (Sent("٠٦١٢٣٤٥٦٧٨", "FR"), ["612345678", "FR", "+33"]),
        (Sent("12", "FR"), ["12", "FR", "+33"]),
        (Sent("+33612345678", nil, "33"), ["612345678", "FR", "+33"]),
        (Sent(nil, "FR", "+33"), ["", "FR", "+33"]),
        (Sent("", "FR", nil), ["", "FR", nil]),
        (Sent("", "", ""), ["", nil, nil]),
        (Sent(nil), ["", nil, nil]),
    ])
    func stores(sent: Sent, expected: [String?]) throws {
        #expect(try sent.stored() == expected)
    }

    @Test(arguments: [
        (Sent("0612345678", "XX"), PhoneNumberError.invalidCountryCode("XX")),
        (Sent(nil, "fr"), .invalidCountryCode("fr")),
        (Sent("0612345678", nil, "+999"), .invalidCallingCode("+999")),
        (Sent(nil, nil, "+800"), .invalidCallingCode("+800")),
        (Sent(nil, nil, "+"), .invalidCallingCode("+")),
        (Sent("0612345678", "FR", "+1"), .conflictingCodes),
        (Sent("123456789"), .invalidNumber("123456789")),
        (Sent("0612"), .invalidNumber("0612")),
        (Sent("not-a-number"), .invalidNumber("not-a-number")),
        (Sent("not-a-number", "FR", "+33"), .invalidNumber("not-a-number")),
        (Sent("1", "FR"), .invalidNumber("1")),
        (Sent("+999123456"), .invalidNumber("+999123456")),
        (Sent("+33"), .invalidNumber("+33")),
        (Sent("06 12 abc 34", "FR"), .invalidNumber("06 12 abc 34")),
        (Sent("123456789012345678", "FR"), .invalidNumber("123456789012345678")),
        (Sent("+33612345678", "US"), .conflictingCountryCode),
        (Sent("+14165550123", "US"), .conflictingCountryCode),
        (Sent("+33612345678", nil, "+1"), .conflictingCallingCode),
    ])
    func refuses(sent: Sent, expected: PhoneNumberError) {
        #expect(throws: expected) { try sent.stored() }
    }

    @Test func errorsSayAndCodeWhatTheContractSays() {
        let errors: [(PhoneNumberError, String, String)] = [
            (.invalidCountryCode("XX"), "Invalid country code XX", "INVALID_PHONE_COUNTRY_CODE"),
            (.invalidCallingCode("+999"), "Invalid calling code +999", "INVALID_PHONE_CALLING_CODE"),
            (
                .conflictingCodes, "Provided country code and calling code are conflicting",
                "CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE"
            ),
            (.invalidNumber("0612"), "Provided phone number is invalid 0612", "INVALID_PHONE_NUMBER"),
            (
                .conflictingCountryCode, "Provided and inferred country code are conflicting",
                "CONFLICTING_PHONE_COUNTRY_CODE"
            ),
            (
                .conflictingCallingCode, "Provided and inferred calling code are conflicting",
                "CONFLICTING_PHONE_CALLING_CODE"
            ),
        ]
        for (error, message, code) in errors {
            #expect(error.message == message)
            #expect(error.code == code)
        }
    }

    @Test func everyCountryIsKnownByItsNumber() throws {
        #expect(ExamplePhoneNumbers.all.count > 240)
        #expect(NumberingPlans.all.countries.count == 245)
        for (country, calling, national) in ExamplePhoneNumbers.all {
            let expected = [national, country, calling]
            #expect(try Sent(calling + national).stored() == expected)
            #expect(try Sent(calling + " " + national, country).stored() == expected)
            #expect(try Sent(national, country, calling).stored() == expected)
        }
    }

    @Test func isLinearOnHostileInput() {
        for piece in ["0", "+", "1", " ", "x1", "-", "#"] {
            let text = String(repeating: piece, count: 100_000)
            #expect(throws: PhoneNumberError.self) { try Sent(text, "AR").stored() }
        }
    }

    @Test(arguments: ["(", ")", "[1", "[9-1]", "x", "1{", "1{3,2}", "(?1)", "a", "{2}"])
    func patternsThatAreNoneAreRefused(text: String) {
        #expect(DigitPattern(text) == nil)
    }

    @Test(arguments: [
        ("d{2,3}", "1234", 3), ("(?:12|1)d", "123", 3), ("1?2", "2", 1), ("[1-36]{2}$", "61", 2), ("0|00", "00", 1),
        ("", "1", 0),
    ])
    func patternsMatchAsRegularExpressions(text: String, digits: String, length: Int) throws {
        let pattern = try #require(DigitPattern(text))
        #expect(pattern.prefixMatch(digits.utf8.map { $0 - 48 }[...])?.length == length)
    }
}
