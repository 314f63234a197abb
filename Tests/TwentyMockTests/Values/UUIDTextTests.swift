import Testing

@testable import TwentyMock

/// UUIDs of new records.
struct UUIDTextTests {
    @Test("They are distinct and of version 4")
    func form() {
        let ids = (0..<2000).map { _ in UUIDText.randomInBlock() }
        #expect(Set(ids).count == ids.count)
        for id in ids {
            let digits = Array(id)
            #expect(UUIDText.isValid(id) && digits[14] == "4" && "89ab".contains(digits[19]))
        }
    }

    @Test("Those made one after the other lie close together, in no order")
    func blocks() {
        let ids = (0..<2000).map { _ in UUIDText.randomInBlock() }
        // Were they all drawn by themselves, there would be some 1600 beginnings.
        #expect(Set(ids.map { $0.prefix(3) }).count < 100)
        let first = ids.filter { $0.prefix(3) == ids[1000].prefix(3) }
        #expect(first != first.sorted())
    }
}
