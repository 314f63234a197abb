import DataModel
import RecordStore

extension Selection {
    /// Without the fields that `rights` do not show, and the relations to objects that they do not let be read
    /// (rest-core 8.2).
    func permitted(by rights: RecordRights) -> Selection {
        let shown = entries.compactMap { entry -> Entry? in
            switch entry {
            case .field(_, let field), .composite(_, let field, _), .projected(_, let field, _),
                .joinColumn(_, let field):
                return rights.shows(field, of: object) ? entry : nil
            case .one(let key, let field, let inner):
                guard rights.shows(field, of: object), rights.allows(.read, on: inner.object) else { return nil }
                return .one(key: key, field, inner.permitted(by: rights))
            case .many(let key, let field, let inner, let limit):
                guard rights.shows(field, of: object), rights.allows(.read, on: inner.object) else { return nil }
                return .many(key: key, field, inner.permitted(by: rights), limit: limit)
            case .constant, .object, .cursor, .connection: return entry
            }
        }
        return Selection(object: object, entries: shown)
    }
}
