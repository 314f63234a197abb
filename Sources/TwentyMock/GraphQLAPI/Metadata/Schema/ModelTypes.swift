import DataModel

/// The types of objects, fields and indexes in the schema language (metadata 15.2-15.4).
enum ModelTypes {
    /// - Parameter isCompatible: whether keys of older servers are there too (metadata 16).
    static func text(isCompatible: Bool) -> String {
        let flag = isCompatible ? "isCustom: Boolean" : ""
        let comparison = isCompatible ? "isCustom: BooleanFieldComparison" : ""
        let overrides = isCompatible ? "standardOverrides: StandardOverrides" : ""
        let definition = isCompatible ? "relationDefinition: RelationDefinition" : ""
        let source = isCompatible ? "dataSourceId: UUID" : ""
        let olderTypes =
            isCompatible
            ? """
            enum RelationDefinitionType { ONE_TO_ONE ONE_TO_MANY MANY_TO_ONE MANY_TO_MANY }
            type RelationDefinition {
              relationId: UUID! direction: RelationDefinitionType! sourceObjectMetadata: Object!
              sourceFieldMetadata: Field! targetObjectMetadata: Object! targetFieldMetadata: Field!
            }
            type StandardOverrides {
              label: String labelSingular: String labelPlural: String description: String icon: String color: String
              translations: JSON
            }
            """ : ""
        return """
            \(scalars)
            \(connections)
            \(inputs)
            \(olderTypes)
            input CreateFieldInput {
              \(fieldInput) \(flag)
              type: FieldMetadataType! name: String! label: String! objectMetadataId: UUID! isRemoteCreation: Boolean
              relationCreationPayload: JSON morphRelationsCreationPayload: [JSON!]
            }
            input UpdateFieldInput {
              \(fieldInput)
              name: String label: String objectMetadataId: UUID universalIdentifier: String
              morphRelationsUpdatePayload: [JSON!]
            }
            input ObjectFilter {
              and: [ObjectFilter!] or: [ObjectFilter!] id: UUIDFilterComparison isRemote: BooleanFieldComparison
              isActive: BooleanFieldComparison isSystem: BooleanFieldComparison isUIEditable: BooleanFieldComparison
              isUICreatable: BooleanFieldComparison isUIReadOnly: BooleanFieldComparison
              isSearchable: BooleanFieldComparison \(comparison)
            }
            input FieldFilter {
              and: [FieldFilter!] or: [FieldFilter!] id: UUIDFilterComparison isActive: BooleanFieldComparison
              isSystem: BooleanFieldComparison isUIEditable: BooleanFieldComparison
              isUIReadOnly: BooleanFieldComparison objectMetadataId: UUIDFilterComparison \(comparison)
            }
            type Object {
              id: UUID! universalIdentifier: String! nameSingular: String! namePlural: String! labelSingular: String!
              labelPlural: String! description: String icon: String shortcut: String color: String isRemote: Boolean!
              isActive: Boolean! isSystem: Boolean! isUIEditable: Boolean! isUICreatable: Boolean!
              isUIReadOnly: Boolean! isSearchable: Boolean! isLabelSyncedWithName: Boolean! openRecordIn: String
              readability: String writability: String sharingReach: String applicationId: UUID!
              labelIdentifierFieldMetadataId: UUID imageIdentifierFieldMetadataId: UUID
              duplicateCriteria: [[String!]!] createdAt: DateTime! updatedAt: DateTime! \(flag) \(overrides) \(source)
              fieldsList: [Field!]! indexMetadataList: [Index!]! searchFieldMetadataList: [SearchField!]!
              fields(paging: CursorPaging! = {first: 10}, filter: FieldFilter! = {}): ObjectFieldsConnection!
              indexMetadatas(paging: CursorPaging! = {first: 10}, filter: IndexFilter! = {}): ObjectIndexMetadatasConnection!
            }
            type Field {
              id: UUID! universalIdentifier: String! type: FieldMetadataType! name: String! label: String!
              description: String icon: String isActive: Boolean isSystem: Boolean isUIEditable: Boolean
              isUIReadOnly: Boolean isNullable: Boolean isUnique: Boolean defaultValue: JSON options: JSON
              settings: JSON objectMetadataId: UUID! isLabelSyncedWithName: Boolean morphId: UUID applicationId: UUID!
              createdAt: DateTime! updatedAt: DateTime! relation: Relation morphRelations: [Relation!] object: Object
              writability: String isSearchable: Boolean isAuditLogged: Boolean \(flag) \(overrides)
              \(definition)
            }
            \(types)
            """
    }

    private static let fieldInput = """
        description: String icon: String isActive: Boolean isSystem: Boolean isUIEditable: Boolean
        isUIReadOnly: Boolean isNullable: Boolean isUnique: Boolean defaultValue: JSON options: JSON settings: JSON
        isLabelSyncedWithName: Boolean
        """

    private static let scalars = """
        scalar UUID
        scalar DateTime
        scalar JSON
        scalar JSONObject
        scalar ConnectionCursor
        scalar Upload
        enum RelationType { ONE_TO_MANY MANY_TO_ONE }
        enum IndexType { BTREE GIN }
        enum FieldMetadataType { \(FieldType.allCases.map(\.rawValue).joined(separator: " ")) RICH_TEXT_V2 }
        """

    private static let connections =
        ["Object", "Field", "Index"].map { connection($0, of: $0) }.joined()
        + connection("ObjectFields", of: "Field") + connection("ObjectIndexMetadatas", of: "Index")
        + connection("IndexObjectMetadata", of: "Object")

    private static func connection(_ name: String, of node: String) -> String {
        // Edges are named after what they lead to.
        let edge = name == node ? "type \(node)Edge { node: \(node)! cursor: ConnectionCursor! }\n" : ""
        return "\(edge)type \(name)Connection { edges: [\(node)Edge!]! pageInfo: PageInfo! }\n"
    }

    private static let types = """
        type PageInfo { hasNextPage: Boolean hasPreviousPage: Boolean startCursor: ConnectionCursor endCursor: ConnectionCursor }
        type Relation {
          type: RelationType! sourceObjectMetadata: Object! targetObjectMetadata: Object! sourceFieldMetadata: Field!
          targetFieldMetadata: Field!
        }
        type Index {
          id: UUID! name: String! isCustom: Boolean isUnique: Boolean! indexWhereClause: String indexType: IndexType!
          createdAt: DateTime! updatedAt: DateTime! indexFieldMetadataList: [IndexField!]!
          objectMetadata(paging: CursorPaging! = {first: 10}, filter: ObjectFilter! = {}): IndexObjectMetadataConnection!
        }
        type IndexField {
          id: UUID! fieldMetadataId: UUID! order: Float! subFieldName: String createdAt: DateTime! updatedAt: DateTime!
        }
        type SearchField {
          id: UUID! fieldMetadataId: UUID! tsVectorFieldMetadataId: UUID position: Float! createdAt: DateTime!
          updatedAt: DateTime!
        }
        """

    private static let inputs = """
        input CursorPaging { before: ConnectionCursor after: ConnectionCursor first: Int last: Int }
        input UUIDFilterComparison {
          is: Boolean isNot: Boolean eq: UUID neq: UUID gt: UUID gte: UUID lt: UUID lte: UUID like: UUID notLike: UUID
          iLike: UUID notILike: UUID in: [UUID!] notIn: [UUID!]
        }
        input BooleanFieldComparison { is: Boolean isNot: Boolean }
        input IndexFilter {
          and: [IndexFilter!] or: [IndexFilter!] id: UUIDFilterComparison isCustom: BooleanFieldComparison
        }
        input CreateOneObjectInput { object: CreateObjectInput! }
        input UpdateOneObjectInput { id: UUID! update: UpdateObjectPayload! }
        input DeleteOneObjectInput { id: UUID! }
        input CreateOneFieldMetadataInput { field: CreateFieldInput! }
        input UpdateOneFieldMetadataInput { id: UUID! update: UpdateFieldInput! }
        input DeleteOneFieldInput { id: UUID! }
        input CreateOneIndexInput { index: CreateIndexInput! }
        input CreateIndexInput {
          objectMetadataId: UUID! fields: [CreateIndexFieldInput!]! indexType: IndexType! = BTREE
        }
        input CreateIndexFieldInput { fieldMetadataId: UUID! subFieldName: String }
        input DeleteOneIndexInput { id: UUID! }
        input CreateObjectInput {
          nameSingular: String! namePlural: String! labelSingular: String! labelPlural: String! description: String
          icon: String shortcut: String color: String skipNameField: Boolean isRemote: Boolean
          primaryKeyColumnType: String primaryKeyFieldMetadataSettings: JSON isLabelSyncedWithName: Boolean
        }
        input UpdateObjectPayload {
          labelSingular: String labelPlural: String nameSingular: String namePlural: String description: String
          icon: String shortcut: String color: String isActive: Boolean labelIdentifierFieldMetadataId: UUID
          imageIdentifierFieldMetadataId: UUID isLabelSyncedWithName: Boolean isSearchable: Boolean
        }
        """
}
