import GraphQL
import JSON

/// Root fields that change a page layout or the view of a widget at once, or undo what was done to one
/// (metadata 15.6).
enum LayoutFields {
    static let all: [MetadataRootField] =
        resets + [
            .mutation(
                "updatePageLayoutWithTabsAndWidgets",
                "(id: String!, input: UpdatePageLayoutWithTabsInput!): PageLayout!"
            ) { operations, arguments in
                .value(.object(try PageLayoutArrangement(operations).update(arguments.id(), arguments.input())))
            },
            .mutation("upsertFieldsWidget", "(input: UpsertFieldsWidgetInput!): View!") { operations, arguments in
                .value(.object(try WidgetContents(operations: operations).upsertFields(arguments.input())))
            },
            .mutation("upsertViewWidget", "(input: UpsertViewWidgetInput!): View!") { operations, arguments in
                .value(.object(try WidgetContents(operations: operations).upsertView(arguments.input())))
            },
        ]

    private static let resets = [ResourceDescriptor.pageLayout, .pageLayoutTab, .pageLayoutWidget].map { descriptor in
        let name = descriptor.kind.capitalisedFirst
        return MetadataRootField.mutation("reset\(name)ToDefault", "(id: String!): \(name)!") {
            operations, arguments in
            let resources = ResourceOperations(operations: operations, descriptor: descriptor)
            return .value(.object(try resources.reset(arguments.id())))
        }
    }
}
