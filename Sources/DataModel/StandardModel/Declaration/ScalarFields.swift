extension StandardField {
    static func text(
        _ name: String, _ label: String, icon: String, default defaultValue: String? = nil, isUnique: Bool = false,
        displayedMaxRows: Int? = nil
    ) -> StandardField {
        StandardField(
            name, label, .text, icon: icon, default: defaultValue.map(DefaultValue.text), isUnique: isUnique,
            settings: FieldSettings(displayedMaxRows: displayedMaxRows))
    }

    static func uuid(_ name: String, _ label: String, icon: String) -> StandardField {
        StandardField(name, label, .uuid, icon: icon)
    }

    static func number(
        _ name: String, _ label: String, icon: String, default defaultValue: Double? = nil, dataType: String? = nil
    ) -> StandardField {
        StandardField(
            name, label, .number, icon: icon, default: defaultValue.map(DefaultValue.number),
            settings: FieldSettings(dataType: dataType))
    }

    static func boolean(_ name: String, _ label: String, icon: String, default defaultValue: Bool) -> StandardField {
        StandardField(name, label, .boolean, icon: icon, default: .boolean(defaultValue))
    }

    static func dateTime(
        _ name: String, _ label: String, icon: String, default defaultValue: DefaultValue? = nil,
        displayFormat: String? = nil
    ) -> StandardField {
        StandardField(
            name, label, .dateTime, icon: icon, default: defaultValue,
            settings: FieldSettings(displayFormat: displayFormat))
    }

    static func select(
        _ name: String, _ label: String, icon: String, default defaultValue: String? = nil,
        options: [StandardOption]
    ) -> StandardField {
        StandardField(
            name, label, .select, icon: icon, default: defaultValue.map(DefaultValue.text), options: options)
    }

    static func multiSelect(
        _ name: String, _ label: String, icon: String, options: [StandardOption]
    ) -> StandardField {
        StandardField(name, label, .multiSelect, icon: icon, options: options)
    }

    static func array(_ name: String, _ label: String, icon: String) -> StandardField {
        StandardField(name, label, .array, icon: icon)
    }

    static func rawJSON(_ name: String, _ label: String, icon: String) -> StandardField {
        StandardField(name, label, .rawJSON, icon: icon)
    }

    static func files(_ name: String, _ label: String, icon: String, maxNumberOfValues: Int) -> StandardField {
        StandardField(
            name, label, .files, icon: icon, settings: FieldSettings(maxNumberOfValues: maxNumberOfValues))
    }
}
