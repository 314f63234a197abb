import CSQLite
import Foundation

/// The SQL function `zone_offset(moment, zone)`: how many seconds a zone is ahead of UTC at a moment.
enum ZoneOffset {
    static func register(on connection: OpaquePointer) {
        sqlite3_create_function_v2(
            connection, "zone_offset", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, values in
                guard let values, let moment = ZoneOffset.text(values[0]), let seconds = ZoneOffset.seconds(moment),
                    let zone = ZoneOffset.zone(context, values)
                else {
                    sqlite3_result_null(context)
                    return
                }
                let date = Date(timeIntervalSince1970: seconds)
                sqlite3_result_int64(context, Int64(zone.secondsFromGMT(for: date)))
            }, nil, nil, nil)
    }

    private final class Box {
        let zone: TimeZone
        init(_ zone: TimeZone) { self.zone = zone }
    }

    /// The zone of the second argument, which SQLite keeps for us as long as the argument stays the same.
    private static func zone(_ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>) -> TimeZone? {
        if let kept = sqlite3_get_auxdata(context, 1) {
            return Unmanaged<Box>.fromOpaque(kept).takeUnretainedValue().zone
        }
        guard let name = text(values[1]), let zone = TimeZone(identifier: name) else { return nil }
        // SQLite releases the box when it drops it.
        sqlite3_set_auxdata(context, 1, Unmanaged.passRetained(Box(zone)).toOpaque()) { kept in
            if let kept { Unmanaged<Box>.fromOpaque(kept).release() }
        }
        return zone
    }

    private static func text(_ value: OpaquePointer?) -> String? {
        guard sqlite3_value_type(value) == SQLITE_TEXT, let bytes = sqlite3_value_text(value) else { return nil }
        let count = Int(sqlite3_value_bytes(value))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// Seconds since 1970 of `2026-03-02T09:30:00.000Z`.
    private static func seconds(_ moment: String) -> Double? {
        let parts = moment.split(whereSeparator: { "-T:.Z".contains($0) }).compactMap { Int($0) }
        guard parts.count >= 6 else { return nil }
        // Days from civil date, with years that begin in March.
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let month = (parts[1] + 9) % 12
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1 - 719_468
        return Double(days * 86_400 + parts[3] * 3600 + parts[4] * 60 + parts[5])
    }
}
