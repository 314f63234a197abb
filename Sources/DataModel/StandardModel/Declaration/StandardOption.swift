/// The declaration of one choice of a SELECT or MULTI_SELECT field.
struct StandardOption: Sendable {
    let value: String
    let label: String
    let color: String
    /// `nil` for the place in the list of options.
    let position: Int?
    private(set) var availability = Availability.everywhere

    static func option(_ value: String, _ label: String, _ color: String, position: Int? = nil) -> StandardOption {
        StandardOption(value: value, label: label, color: color, position: position)
    }

    func only(_ era: Release.Era) -> StandardOption {
        var option = self
        option.availability = .only(era)
        return option
    }

    func metadata(at place: Int) -> FieldOption {
        FieldOption(value: value, label: label, color: color, position: Double(position ?? place))
    }
}
