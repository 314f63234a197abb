import DataModel
import JSON

/// An error of a metadata operation as REST tells it: status and body (metadata 2.2).
struct MetadataRefusal: Error {
    let status: Int
    private(set) var body: JSONObject

    /// - Parameter carriesCode: whether typed errors tell their codes; older servers did not.
    init(_ error: any Error, carriesCode: Bool) {
        self.init(error)
        if !carriesCode { body["code"] = JSONValue?.none }
    }

    private init(_ error: any Error) {
        switch error {
        case let error as MetadataRefusal: self = error
        case let error as MetadataError: self.init(error)
        case let report as ValidationReport: self.init(report)
        case let shape as InputShapeError:
            self.init(framework: .array(shape.messages.map(JSONValue.string)))
        case let error as RESTError:
            self.init(status: error.status, errorClass: error.errorClass, error.message, code: error.code)
        default:
            self.init(status: 500, errorClass: "InternalServerErrorException", String(describing: error), code: nil)
        }
    }

    /// A domain error, shape (a).
    private init(_ error: MetadataError) {
        let (status, errorClass) =
            switch error.kind {
            case .badInput: (400, "BadRequestException")
            case .forbidden: (403, "ForbiddenException")
            case .notFound: (404, "NotFoundException")
            case .conflict: (409, "ConflictException")
            case .internal: (500, "InternalServerErrorException")
            }
        self.init(status: status, errorClass: errorClass, error.message, code: error.code)
    }

    init(status: Int, errorClass: String, _ message: String, code: String? = nil) {
        self.status = status
        var body: JSONObject = [
            "statusCode": .int(Int64(status)), "error": .string(errorClass), "messages": [.string(message)],
        ]
        body["code"] = code.map(JSONValue.string)
        self.body = body
    }

    /// The validation report, shape (b).
    private init(_ report: ValidationReport) {
        status = 400
        body = [
            "statusCode": 400, "error": "METADATA_VALIDATION_ERROR", "message": .string(report.message),
            "errors": .object(report.errors), "summary": .object(report.summary),
            "userFriendlyMessage": .string(report.userFriendlyMessage),
        ]
    }

    /// The framework's own refusal of what a request looks like, shape (c).
    init(framework message: JSONValue) {
        status = 400
        body = ["statusCode": 400, "message": message, "error": "Bad Request"]
    }
}
