import DataModel
import JSON
import RecordStore

extension CompositeInput {
    /// A number sent brings its codes along and clears the additional numbers left out; without one the primary
    /// parts left out are kept (rest-core 9.4, graphql-core 8).
    func phones(_ parts: JSONObject) throws -> [Assignment] {
        var assignments: [Assignment?] = []
        let sent = try ["primaryPhoneNumber", "primaryPhoneCountryCode", "primaryPhoneCallingCode"].map { part in
            try text(part, of: parts)
        }
        let phone = try number(sent[0], countryCode: sent[1], callingCode: sent[2])
        if sent[0] != nil {
            assignments += [
                assign("primaryPhoneNumber", SQLValue(phone.nationalNumber)),
                assign("primaryPhoneCountryCode", SQLValue(phone.countryCode)),
                assign("primaryPhoneCallingCode", SQLValue(phone.callingCode)),
                assign("additionalPhones", .null),
            ]
        } else {
            for (part, value) in zip(
                ["primaryPhoneNumber", "primaryPhoneCountryCode", "primaryPhoneCallingCode"], sent)
            where parts.contains(part) {
                assignments.append(assign(part, SQLValue(value)))
            }
        }
        if let additional = parts["additionalPhones"] {
            assignments.append(assign("additionalPhones", try additionalPhones(additional)))
        }
        return assignments.compactMap { $0 }
    }

    private func additionalPhones(_ value: JSONValue) throws -> SQLValue {
        let phones = try entries(value, of: "additionalPhones").map { entry -> JSONValue in
            let phone = try number(
                entry["number"]?.stringValue, countryCode: entry["countryCode"]?.stringValue,
                callingCode: entry["callingCode"]?.stringValue)
            return [
                "number": .string(phone.nationalNumber), "callingCode": .string(phone.callingCode ?? ""),
                "countryCode": .string(phone.countryCode ?? ""),
            ]
        }
        return phones.isEmpty ? .null : .text(JSONValue.array(phones).serializedText)
    }

    private func number(_ number: String?, countryCode: String?, callingCode: String?) throws -> PhoneNumber {
        do {
            return try PhoneNumber(number: number, countryCode: countryCode, callingCode: callingCode)
        } catch {
            throw RecordError(
                RecordError.Code(rawValue: error.code) ?? .invalidPhoneNumber, error.message,
                userFriendly: error.message)
        }
    }
}
