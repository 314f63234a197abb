/// Ids of what every workspace has: the same in all of them, and derived from names, so that tests can rely on them.
///
/// Real servers number their metadata at random; clients take the ids from the metadata API.
package enum StandardID {
    /// A UUID (version 4 in form) made of `name`, such as `object:person`.
    package static func uuid(for name: String) -> String {
        // Two FNV-1a hashes with different beginnings make the 128 bits.
        func hash(_ start: UInt64) -> UInt64 {
            name.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
        let high = hash(0xCBF2_9CE4_8422_2325) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = hash(0x6C62_272E_07BB_0142) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for digit in 0..<32 {
                if [8, 12, 16, 20].contains(digit) {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                let word = digit < 16 ? high : low
                let value = UInt8(word >> UInt64(60 - 4 * (digit % 16)) & 0xF)
                text[position] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
                position += 1
            }
            return position
        }
    }

    /// The metadata id of a standard object.
    package static func object(_ nameSingular: String) -> String { uuid(for: "object:\(nameSingular)") }

    /// The metadata id of a field of a standard object.
    package static func field(_ object: String, _ name: String) -> String { uuid(for: "field:\(object).\(name)") }

    /// The id of a standard option.
    package static func option(_ object: String, _ field: String, _ value: String) -> String {
        uuid(for: "option:\(object).\(field).\(value)")
    }
}
