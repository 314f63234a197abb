/// Which types implement an interface, in the order of the schema's types.
struct Implementations: Sendable {
    private(set) var objects: [String: [String]] = [:]
    private(set) var interfaces: [String: [String]] = [:]

    init(types: [NamedType]) {
        for type in types {
            switch type {
            case .object(let object):
                for interface in object.interfaces {
                    objects[interface, default: []].append(object.name)
                }
            case .interface(let subtype):
                for interface in subtype.interfaces {
                    interfaces[interface, default: []].append(subtype.name)
                }
            default:
                break
            }
        }
    }
}
