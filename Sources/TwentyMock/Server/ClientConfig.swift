import DataModel
import HTTPServer
import JSON

/// What `GET /client-config` tells anybody who asks (platform 4).
struct ClientConfig {
    let release: Release

    func response(to request: HTTPRequest) -> HTTPResponse {
        APIResponse.json(status: 200, json.serialized, for: request)
    }

    private var json: JSONValue {
        [
            "appVersion": .string(release.appVersion),
            "billing": [
                "isBillingEnabled": false, "billingUrl": "",
                "trialPeriods": [
                    ["duration": 30, "isCreditCardRequired": true], ["duration": 7, "isCreditCardRequired": false],
                ],
            ],
            "aiModels": [],
            "authProviders": ["google": false, "magicLink": false, "password": true, "microsoft": false, "sso": []],
            "signInPrefilled": false, "isMultiWorkspaceEnabled": false, "isEmailVerificationRequired": false,
            "defaultSubdomain": "app", "frontDomain": "localhost", "publicFunctionDomain": nil,
            "support": ["supportDriver": "NONE"], "sentry": [:], "captcha": [:],
            "api": ["mutationMaximumAffectedRecords": 100], "onboarding": [:], "isAttachmentPreviewEnabled": true,
            "analyticsEnabled": false, "canManageFeatureFlags": false, "publicFeatureFlags": [],
        ]
    }
}
