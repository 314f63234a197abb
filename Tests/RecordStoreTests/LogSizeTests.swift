import DataModel
import Foundation
import Testing

@testable import RecordStore

/// The write-ahead log beside the file.
@Suite struct LogSizeTests {
    @Test("The log does not grow with all that is written, and nothing is lost")
    func bounded() throws {
        let temporary = try TemporaryStore()
        let text = String(repeating: "0123456789", count: 10_000)
        let writes = 40
        for write in 0..<writes {
            try temporary.store.writeGroup {
                for number in 0..<40 {
                    try temporary.insert(
                        "company", ["name": .text("\(write)-\(number)"), "addressAddressCity": .text(text)])
                }
            }
        }
        let log = try FileManager.default.attributesOfItem(atPath: temporary.path + "-wal")[.size] as? Int ?? 0
        // 160 MB were written; the log may reach 64 MB and one write more.
        #expect(log < 80_000_000)
        let table = try temporary.table("company")
        #expect(try temporary.store.read { try $0.count(table, where: nil) } == 40 * writes)
        try temporary.store.close()
        #expect(!FileManager.default.fileExists(atPath: temporary.path + "-wal"))
    }
}
