/// The inputs that change a page layout or the view of a widget at once, in the schema language (metadata 15.6).
enum LayoutTypes {
    /// The contract says what `upsertViewWidget` takes, not what is in it: the keys of each part, as they are made with.
    static var text: String {
        let parts: [(descriptor: ResourceDescriptor, more: String)] = [
            (.viewField, "viewFieldId: UUID"), (.viewFilter, ""), (.viewFilterGroup, ""), (.viewSort, ""),
        ]
        let inputs = parts.map { descriptor, more in
            ResourceTypes(descriptor: descriptor).input(name(of: descriptor), besides: more)
        }
        let lists = parts.map { "\($0.descriptor.path): [\(name(of: $0.descriptor))!]" }
        return """
            \(layouts)
            \(inputs.joined(separator: "\n"))
            input UpsertViewWidgetInput { widgetId: UUID! \(lists.joined(separator: " ")) }
            """
    }

    private static func name(of descriptor: ResourceDescriptor) -> String {
        "UpsertViewWidget\(descriptor.kind.capitalisedFirst)Input"
    }

    private static let layouts = """
        input UpdatePageLayoutWithTabsInput {
          name: String! type: PageLayoutType! objectMetadataId: UUID tabs: [UpdatePageLayoutTabWithWidgetsInput!]!
        }
        input UpdatePageLayoutTabWithWidgetsInput {
          id: UUID! title: String! position: Float! icon: String layoutMode: PageLayoutTabLayoutMode
          widgets: [UpdatePageLayoutWidgetWithIdInput!]!
        }
        input UpdatePageLayoutWidgetWithIdInput {
          id: UUID! pageLayoutTabId: UUID! title: String! type: WidgetType! objectMetadataId: UUID
          gridPosition: GridPositionInput! position: JSON configuration: JSON conditionalDisplay: JSON
          conditionalAvailabilityExpression: String
        }
        input UpsertFieldsWidgetInput {
          widgetId: UUID! groups: [UpsertFieldsWidgetGroupInput!] fields: [UpsertFieldsWidgetFieldInput!]
        }
        input UpsertFieldsWidgetGroupInput {
          id: UUID! name: String! position: Float! isVisible: Boolean! fields: [UpsertFieldsWidgetFieldInput!]!
        }
        input UpsertFieldsWidgetFieldInput {
          viewFieldId: UUID fieldMetadataId: UUID isVisible: Boolean! position: Float!
        }
        """
}
