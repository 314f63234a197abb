/// Names by their text, in the order in which the texts first came.
struct NameGroups {
    private var order: [String] = []
    private var groups: [String: [NameNode]] = [:]

    init(_ names: [NameNode]) {
        guard names.count > 1 else { return }
        for name in names {
            if groups[name.text, default: []].isEmpty {
                order.append(name.text)
            }
            groups[name.text, default: []].append(name)
        }
    }

    /// Those that came more than once.
    var repeated: [(text: String, names: [NameNode])] {
        order.compactMap { text in
            guard let names = groups[text], names.count > 1 else { return nil }
            return (text, names)
        }
    }
}
