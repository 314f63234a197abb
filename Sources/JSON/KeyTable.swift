/// The distinct keys of a document, so that the records of a list share their keys and are seen to have no key twice
/// without comparing texts.
///
/// It has room for a typical document and never grows; a key that finds no place is simply not known. As a key that
/// found no place finds none later either, equal keys are always given the same answer.
struct KeyTable: ~Copyable {
    private struct Entry {
        /// The first and the last eight bytes, which are the whole key when it has at most sixteen.
        var head: UInt64
        var tail: UInt64
        var bytes: UnsafeBufferPointer<UInt8>
        var key: String
        var lastObject: Int
    }

    static let capacity = 256
    private static let longestProbe = 8

    // Invariant: exactly the entries whose `isOccupied` is true are initialised.
    // An entry's `bytes` point into the parsed text, which outlives the parser and so this table.
    private let entries: UnsafeMutablePointer<Entry>
    private let isOccupied: UnsafeMutablePointer<Bool>
    private var objects = 0

    init() {
        entries = .allocate(capacity: Self.capacity)
        isOccupied = .allocate(capacity: Self.capacity)
        isOccupied.initialize(repeating: false, count: Self.capacity)
    }

    deinit {
        for slot in 0..<Self.capacity where isOccupied[slot] {
            (entries + slot).deinitialize(count: 1)
        }
        entries.deallocate()
        isOccupied.deallocate()
    }

    /// The slot of a key, which is entered when new; `nil` when there is no place for it.
    ///
    /// - Parameter bytes: ASCII without escapes, within the parsed text.
    @inline(__always)
    mutating func slot(for bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let (head, tail) = Self.ends(of: bytes)
        let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(bytes.count)) &* 0xD6E8_FEB8_6659_FD93
        var slot = Int(truncatingIfNeeded: mixed >> 56)
        for _ in 0..<Self.longestProbe {
            guard isOccupied[slot] else {
                enter(bytes, head: head, tail: tail, at: slot)
                return slot
            }
            if entries[slot].head == head, entries[slot].tail == tail,
                Self.areEqual(entries[slot].bytes, bytes)
            {
                return slot
            }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        return nil
    }

    @inline(__always)
    func key(at slot: Int) -> String {
        entries[slot].key
    }

    /// Starts looking for repetition among the keys of one object.
    @inline(__always)
    mutating func beginObject() {
        objects += 1
    }

    /// Whether the key comes for the first time since `beginObject`.
    @inline(__always)
    mutating func isFirst(at slot: Int) -> Bool {
        if entries[slot].lastObject == objects {
            return false
        }
        entries[slot].lastObject = objects
        return true
    }

    @inline(never)
    private mutating func enter(_ bytes: UnsafeBufferPointer<UInt8>, head: UInt64, tail: UInt64, at slot: Int) {
        let key = String(decoding: bytes, as: UTF8.self)
        (entries + slot).initialize(to: Entry(head: head, tail: tail, bytes: bytes, key: key, lastObject: 0))
        isOccupied[slot] = true
    }

    @inline(__always)
    private static func ends(of bytes: UnsafeBufferPointer<UInt8>) -> (head: UInt64, tail: UInt64) {
        let raw = UnsafeRawBufferPointer(bytes)
        if bytes.count >= 8 {
            return (
                raw.loadUnaligned(as: UInt64.self),
                raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            )
        }
        var head: UInt64 = 0
        for byte in bytes {
            head = head << 8 | UInt64(byte)
        }
        return (head, 0)
    }

    /// Whether two keys of equal ends are equal.
    @inline(__always)
    private static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        // The blocks from 8 on, up to the one that reaches into the last eight bytes, which are known to be equal.
        let (left, right, count) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right), left.count)
        for offset in stride(from: 8, to: count - 8, by: 8) {
            let ours = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let theirs = right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if ours != theirs { return false }
        }
        return true
    }
}
