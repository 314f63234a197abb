import DataModel
import JSON
import RecordStore

extension CompositeInput {
    /// One link of a LINKS field.
    private struct Link {
        var url: String?
        var label: String?
    }

    /// Empty links are dropped; when the primary link is empty the first secondary one takes its place.
    ///
    /// What a partial write does to the parts left out differs between releases (rest-core 9.4).
    func links(_ parts: JSONObject) throws -> [Assignment] {
        var primary = Link(
            url: try text("primaryLinkUrl", of: parts).map(url), label: try text("primaryLinkLabel", of: parts))
        var secondary = try parts["secondaryLinks"].map(secondaryLinks) ?? []
        let keepsOthers = release.keepsLinkPartsLeftOut
        if primary.url == nil, let first = secondary.first {
            primary = first
            secondary.removeFirst()
            return list(primary, secondary)
        }
        guard keepsOthers else { return list(primary, secondary) }
        return [
            parts.contains("primaryLinkLabel") ? assign("primaryLinkLabel", SQLValue(primary.label)) : nil,
            parts.contains("primaryLinkUrl") ? assign("primaryLinkUrl", SQLValue(primary.url)) : nil,
            parts.contains("secondaryLinks") ? assign("secondaryLinks", stored(secondary)) : nil,
        ].compactMap { $0 }
    }

    private func list(_ primary: Link, _ secondary: [Link]) -> [Assignment] {
        [
            assign("primaryLinkLabel", SQLValue(primary.label)), assign("primaryLinkUrl", SQLValue(primary.url)),
            assign("secondaryLinks", stored(secondary)),
        ].compactMap { $0 }
    }

    private func secondaryLinks(_ value: JSONValue) throws -> [Link] {
        try entries(value, of: "secondaryLinks").compactMap { entry in
            guard let address = entry["url"]?.stringValue, !address.isEmpty else { return nil }
            return Link(url: try url(address), label: entry["label"]?.stringValue)
        }
    }

    private func stored(_ links: [Link]) -> SQLValue {
        guard !links.isEmpty else { return .null }
        let entries = links.map { link -> JSONValue in
            var entry: JSONObject = ["url": .string(link.url ?? "")]
            entry["label"] = link.label.map(JSONValue.string)
            return JSONValue.object(entry)
        }
        return .text(JSONValue.array(entries).serializedText)
    }

    private func url(_ text: String) throws -> String {
        guard release.keepsInvalidLinks || LinkURL.isValid(text) else {
            throw RecordError(.invalidURL, "The URL of the link is not valid")
        }
        return field.settings.isDomain ? LinkURL.domain(text) : LinkURL.normalised(text)
    }
}

extension SQLValue {
    init(_ text: String?) {
        self = text.map { $0.isEmpty ? .null : .text($0) } ?? .null
    }
}
