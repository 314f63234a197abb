/// The releases that have an element of the standard model: an object, a field, an option or an index.
enum Availability: Sendable, Hashable {
    case everywhere
    case only(Release.Era)
    /// Newer than every release served; catalogued as `next` (data-model 1).
    case notServed

    func includes(_ era: Release.Era) -> Bool {
        switch self {
        case .everywhere: true
        case .only(let only): only == era
        case .notServed: false
        }
    }
}
