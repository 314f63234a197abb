extension StandardObject {
    /// 2.x keeps accounts, channels and folders behind the metadata API (data-model 1).
    static let connectedAccount = StandardObject(
        "connectedAccount", "connectedAccounts", "Connected Account", "Connected Accounts",
        icon: "IconAt", only: .v1x, labelIdentifier: "handle",
        isSystem: true,
        fields: [
            .text("handle", "handle", icon: "IconMail"),
            .text("provider", "provider", icon: "IconSettings", default: "google"),
            .text("accessToken", "Access Token", icon: "IconKey"),
            .text("refreshToken", "Refresh Token", icon: "IconKey"),
            .text("lastSyncHistoryId", "Last sync history ID", icon: "IconHistory"),
            .dateTime("authFailedAt", "Auth failed at", icon: "IconX"),
            .dateTime("lastCredentialsRefreshedAt", "Last credentials refreshed at", icon: "IconHistory"),
            .text("handleAliases", "Handle Aliases", icon: "IconMail"),
            .array("scopes", "Scopes", icon: "IconSettings"),
            .rawJSON("connectionParameters", "Custom Connection Parameters", icon: "IconSettings"),
            .manyToOne(
                "accountOwner", "Account Owner", icon: "IconUserCircle", to: "workspaceMember",
                inverse: "connectedAccounts", onDelete: .cascade
            ).nonNull,
            .oneToMany(
                "messageChannels", "Message Channels", icon: "IconMessage", of: "messageChannel",
                inverse: "connectedAccount"
            ).nonNull,
            .oneToMany(
                "calendarChannels", "Calendar Channels", icon: "IconCalendar", of: "calendarChannel",
                inverse: "connectedAccount"
            ).nonNull,
        ])
}
