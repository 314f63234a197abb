import Testing

@testable import JSON

/// Marsaglia's xorshift64, so that a failure can be repeated.
private struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite("A random document")
struct RoundTripTests {
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz    \"\\/\n\t\u{1}éüø日本😀\u{7F}\u{FFFD}")

    private func text(using random: inout Xorshift) -> String {
        let length = Int.random(in: 0...(Bool.random(using: &random) ? 4 : 60), using: &random)
        return String((0..<length).map { _ in Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)] })
    }

    private func value(depth: Int, using random: inout Xorshift) -> JSONValue {
        switch Int.random(in: 0...(depth > 4 ? 6 : 9), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .int(Int64.random(in: .min ... .max, using: &random))
        case 3: return .int(Int64.random(in: -100...100, using: &random))
        case 4: return .double(Double.random(in: -1e3...1e3, using: &random))
        case 5, 6: return .string(text(using: &random))
        case 7:
            let count = Int.random(in: 0...5, using: &random)
            return .array((0..<count).map { _ in value(depth: depth + 1, using: &random) })
        default:
            let count = Int.random(in: 0...(depth == 1 ? 50 : 4), using: &random)
            let members = (0..<count).map { _ in (text(using: &random), value(depth: depth + 1, using: &random)) }
            return .object(JSONObject(members))
        }
    }

    @Test("is written and parsed back to itself", arguments: 1...200 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let original = value(depth: 0, using: &random)
        let bytes = original.serialized
        let parsed = try JSONValue(parsing: bytes)
        #expect(parsed == original)
        #expect(parsed.serialized == bytes)
    }

    @Test("with any double comes back to the bit", arguments: 1...20 as ClosedRange<UInt64>)
    func doubles(seed: UInt64) throws {
        var random = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<500 {
            let double = Double(bitPattern: random.next())
            guard double.isFinite else { continue }
            let parsed = try JSONValue(parsing: JSONValue.double(double).serialized)
            #expect(parsed.doubleValue == double)
        }
    }

    @Test("that is damaged anywhere is parsed or refused, never more", arguments: 1...100 as ClosedRange<UInt64>)
    func damage(seed: UInt64) {
        var random = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let original = value(depth: 0, using: &random).serialized
        for _ in 0..<50 where !original.isEmpty {
            var bytes = original
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            if let parsed = try? JSONValue(parsing: bytes) {
                #expect((try? JSONValue(parsing: parsed.serialized)) != nil)
            }
        }
    }
}
