/// Bytes in, bytes out, in order, in one stretch of memory that is kept for the next use.
struct ByteQueue: ~Copyable {
    private var base: UnsafeMutableRawPointer?
    private var capacity = 0
    private var head = 0
    private var tail = 0

    init() {}

    deinit { base?.deallocate() }

    var isEmpty: Bool { head == tail }
    var count: Int { tail &- head }

    /// The content; valid until the queue is changed.
    var bytes: UnsafeRawBufferPointer {
        guard let base else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: base + head, count: count)
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        reserve(bytes.count).copyMemory(from: source, byteCount: bytes.count)
        tail &+= bytes.count
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// In decimal; not negative.
    mutating func append(decimal number: Int) {
        let digits = 20
        let end = reserve(digits) + digits
        var rest = UInt(max(0, number))
        var length = 0
        repeat {
            length &+= 1
            (end - length).storeBytes(of: UInt8(truncatingIfNeeded: rest % 10) &+ 0x30, as: UInt8.self)
            rest /= 10
        } while rest > 0
        (end - digits).copyMemory(from: end - length, byteCount: length)
        tail &+= length
    }

    /// Room for `capacity` bytes at the end; say how many were filled with `commit`.
    mutating func space(_ capacity: Int) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: reserve(capacity), count: capacity)
    }

    mutating func commit(_ count: Int) {
        tail &+= min(count, capacity &- tail)
    }

    mutating func dropFirst(_ count: Int) {
        head &+= min(count, self.count)
        if head == tail { removeAll() }
    }

    /// Keeps the memory.
    mutating func removeAll() {
        head = 0
        tail = 0
    }

    /// Gives the memory back.
    mutating func free() {
        base?.deallocate()
        base = nil
        capacity = 0
        removeAll()
    }

    /// Where `count` more bytes fit.
    private mutating func reserve(_ count: Int) -> UnsafeMutableRawPointer {
        if let base, capacity &- tail >= count { return base + tail }
        return grow(count)
    }

    @inline(never)
    private mutating func grow(_ extra: Int) -> UnsafeMutableRawPointer {
        let used = count
        let needed = used + extra
        let newCapacity = needed <= capacity ? capacity : max(needed, capacity * 2, 4096)
        let grown = UnsafeMutableRawPointer.allocate(byteCount: newCapacity, alignment: 16)
        if let base {
            grown.copyMemory(from: base + head, byteCount: used)
            base.deallocate()
        }
        base = grown
        capacity = newCapacity
        head = 0
        tail = used
        return grown + used
    }
}
