extension StandardField {
    static func address(_ name: String, _ label: String, icon: String) -> StandardField {
        StandardField(name, label, .address, icon: icon)
    }

    static func currency(_ name: String, _ label: String, icon: String) -> StandardField {
        StandardField(name, label, .currency, icon: icon)
    }

    static func fullName(_ name: String, _ label: String, icon: String) -> StandardField {
        StandardField(name, label, .fullName, icon: icon)
    }

    static func richText(_ name: String, _ label: String, icon: String) -> StandardField {
        StandardField(name, label, .richText, icon: icon)
    }

    static func emails(
        _ name: String, _ label: String, icon: String, isUnique: Bool = false, maxNumberOfValues: Int? = nil
    ) -> StandardField {
        StandardField(
            name, label, .emails, icon: icon, isUnique: isUnique,
            settings: FieldSettings(maxNumberOfValues: maxNumberOfValues))
    }

    static func phones(
        _ name: String, _ label: String, icon: String, maxNumberOfValues: Int? = nil
    ) -> StandardField {
        StandardField(
            name, label, .phones, icon: icon, settings: FieldSettings(maxNumberOfValues: maxNumberOfValues))
    }

    static func links(
        _ name: String, _ label: String, icon: String, isUnique: Bool = false, maxNumberOfValues: Int? = nil,
        isDomain: Bool = false
    ) -> StandardField {
        StandardField(
            name, label, .links, icon: icon, isUnique: isUnique,
            settings: FieldSettings(maxNumberOfValues: maxNumberOfValues, isDomain: isDomain))
    }
}
