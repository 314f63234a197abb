package protocol NamedDefinition: Sendable {
    var name: String { get }
}

/// Definitions in their order, found by name. Of several with one name the first is found.
package struct DefinitionList<Element: NamedDefinition>: Sendable {
    package let elements: [Element]
    private let positions: [String: Int]?

    /// Comparing up to this many names costs less than hashing one.
    private static var largestScan: Int { 8 }

    package init(_ elements: [Element]) {
        self.elements = elements
        guard elements.count > Self.largestScan else {
            positions = nil
            return
        }
        var positions = [String: Int](minimumCapacity: elements.count)
        for (position, element) in elements.enumerated() where positions[element.name] == nil {
            positions[element.name] = position
        }
        self.positions = positions
    }

    package subscript(name: String) -> Element? {
        if let positions {
            return positions[name].map { elements[$0] }
        }
        return elements.first { $0.name == name }
    }

    package var isEmpty: Bool { elements.isEmpty }
    package var names: [String] { elements.map(\.name) }
}

extension DefinitionList: Sequence {
    package func makeIterator() -> IndexingIterator<[Element]> {
        elements.makeIterator()
    }
}
