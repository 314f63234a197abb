import DataModel
import GraphQL
import JSON

/// How the root fields of a resource are named and shaped, which differs from one to the next (metadata 15.6).
struct ResourceStyle: Sendable {
    let descriptor: ResourceDescriptor
    /// Whether the id of what is changed stands in the input: `{id, update}`; else beside it.
    let isChangedByInput: Bool
    /// Whether the id of what is deleted stands in the input.
    let isDeletedByInput: Bool
    /// Whether a deletion answers `true`; else what was deleted.
    let answersDeletionWithTrue: Bool
    var deletions = ResourceDeletion.Verb.allCases
    var createsMany = false
    var updatesMany = false

    static let all: [ResourceStyle] = [
        .init(
            descriptor: .view, isChangedByInput: false, isDeletedByInput: false, answersDeletionWithTrue: true),
        .init(
            descriptor: .viewField, isChangedByInput: true, isDeletedByInput: true, answersDeletionWithTrue: false,
            createsMany: true),
        .init(
            descriptor: .viewFieldGroup, isChangedByInput: true, isDeletedByInput: true,
            answersDeletionWithTrue: false, createsMany: true),
        .init(
            descriptor: .viewFilter, isChangedByInput: true, isDeletedByInput: true, answersDeletionWithTrue: false),
        .init(
            descriptor: .viewFilterGroup, isChangedByInput: false, isDeletedByInput: false,
            answersDeletionWithTrue: true),
        .init(
            descriptor: .viewSort, isChangedByInput: true, isDeletedByInput: true, answersDeletionWithTrue: true),
        .init(
            descriptor: .viewGroup, isChangedByInput: true, isDeletedByInput: true, answersDeletionWithTrue: false,
            createsMany: true, updatesMany: true),
        .init(
            descriptor: .pageLayout, isChangedByInput: false, isDeletedByInput: false, answersDeletionWithTrue: true,
            deletions: [.destroy]),
        .init(
            descriptor: .pageLayoutTab, isChangedByInput: false, isDeletedByInput: false,
            answersDeletionWithTrue: true, deletions: [.destroy]),
        .init(
            descriptor: .pageLayoutWidget, isChangedByInput: false, isDeletedByInput: false,
            answersDeletionWithTrue: true, deletions: [.destroy]),
    ]

    static func of(_ descriptor: ResourceDescriptor) -> ResourceStyle {
        all.first { $0.descriptor.kind == descriptor.kind }
            ?? .init(
                descriptor: descriptor, isChangedByInput: false, isDeletedByInput: false,
                answersDeletionWithTrue: true)
    }

    /// `ViewField`.
    var name: String { descriptor.kind.capitalisedFirst }

    /// Whether something that is not there is an error; else `null`.
    var isRequiredToRead: Bool { descriptor.kind.hasPrefix("pageLayout") }
}
