/// The elements of the containers that are being parsed, the innermost container's on top.
///
/// A finished container takes its elements off as an array of exactly their number, by moving them: neither the
/// growth of an array nor a reference count is paid for.
struct ElementStack<Element>: ~Copyable {
    // Invariant: `slots` has room for `capacity` elements, of which exactly the first `count` are initialised.
    private var slots: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        self.capacity = capacity
        slots = .allocate(capacity: capacity)
    }

    deinit {
        slots.deinitialize(count: count)
        slots.deallocate()
    }

    @inline(__always)
    mutating func push(_ element: consuming Element) {
        if count == capacity {
            grow()
        }
        (slots + count).initialize(to: element)
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: slots, count: count)
        slots.deallocate()
        slots = larger
        capacity *= 2
    }

    subscript(index: Int) -> Element {
        precondition(index < count)
        return slots[index]
    }

    mutating func removeAll(from start: Int) {
        (slots + start).deinitialize(count: count - start)
        count = start
    }

    /// Removes and returns the elements from `start`, which must not be beyond `count`.
    @inline(__always)
    mutating func popAll(from start: Int) -> [Element] {
        let length = count - start
        guard length > 0 else { return [] }
        // Moving out of the slots uninitialises them, and `count` says so.
        count = start
        let source = slots + start
        return Array(unsafeUninitializedCapacity: length) { buffer, initializedCount in
            buffer.baseAddress?.moveInitialize(from: source, count: length)
            initializedCount = length
        }
    }
}
