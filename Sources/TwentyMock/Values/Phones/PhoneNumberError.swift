/// Why a phone number is refused (rest-core 9.4).
package enum PhoneNumberError: Error, Equatable, Sendable {
    case invalidCountryCode(String)
    case invalidCallingCode(String)
    case conflictingCodes
    case invalidNumber(String)
    case conflictingCountryCode
    case conflictingCallingCode

    package var message: String {
        switch self {
        case .invalidCountryCode(let code): "Invalid country code \(code)"
        case .invalidCallingCode(let code): "Invalid calling code \(code)"
        case .conflictingCodes: "Provided country code and calling code are conflicting"
        case .invalidNumber(let number): "Provided phone number is invalid \(number)"
        case .conflictingCountryCode: "Provided and inferred country code are conflicting"
        case .conflictingCallingCode: "Provided and inferred calling code are conflicting"
        }
    }

    package var code: String {
        switch self {
        case .invalidCountryCode: "INVALID_PHONE_COUNTRY_CODE"
        case .invalidCallingCode: "INVALID_PHONE_CALLING_CODE"
        case .conflictingCodes: "CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE"
        case .invalidNumber: "INVALID_PHONE_NUMBER"
        case .conflictingCountryCode: "CONFLICTING_PHONE_COUNTRY_CODE"
        case .conflictingCallingCode: "CONFLICTING_PHONE_CALLING_CODE"
        }
    }
}
