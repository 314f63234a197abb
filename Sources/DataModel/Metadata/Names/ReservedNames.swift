/// Names that no object and no field may be given (metadata 5.3). The system's own fields may have them.
enum ReservedNames {
    static let all: Set<String> = {
        let bothForms = [
            "approvedAccessDomain", "appToken", "billingCustomer", "billingEntitlement", "billingMeter",
            "billingProduct", "billingSubscription", "billingSubscriptionItem", "featureFlag", "job", "keyValuePair",
            "pageLayout", "pageLayoutTab", "pageLayoutWidget", "twoFactorMethod", "user", "userWorkspace", "workspace",
            "role", "userWorkspaceRole", "plan", "event", "field", "link", "type", "object", "relation",
        ]
        let single = [
            "currency", "currencies", "fullNames", "address", "addresses", "index", "aggregate", "search", "searches",
        ]
        return Set(bothForms + bothForms.map { $0 + "s" } + single)
    }()
}
