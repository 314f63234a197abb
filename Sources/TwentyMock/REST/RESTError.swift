import DataModel
import HTTPServer
import JSON

/// A refusal in the shape of the record endpoints (rest-core 2.1).
struct RESTError: Error, Sendable {
    let status: Int
    /// The exception class that the status stands for, or the JavaScript class of an unforeseen failure.
    let errorClass: String
    let message: String
    var code: String?

    init(status: Int = 400, errorClass: String? = nil, code: String? = nil, _ message: String) {
        self.status = status
        self.errorClass = errorClass ?? RESTError.exceptionClass(of: status)
        self.code = code
        self.message = message
    }

    /// Puts a refusal of an operation into the terms of HTTP (rest-core 2.2).
    init(_ error: RecordError, release: Release) {
        switch error.kind {
        case .typed(.permissionDenied) where !release.answersForbidden:
            self.init(errorClass: "Error", code: RecordError.Code.permissionDenied.rawValue, error.message)
        case .database: self.init(error.message)
        case .internal: self.init(status: 500, error.message)
        case .unforeseen(let errorClass): self.init(errorClass: errorClass, error.message)
        case .typed(let code):
            self.init(status: RESTError.status(of: code), code: code.rawValue, error.message)
        }
    }

    /// The body of the answer; some releases show no codes.
    func body(carriesCode: Bool) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 160)
        writer.write(raw: "{\"statusCode\":")
        writer.write(int: Int64(status))
        writer.write(raw: ",\"error\":")
        writer.write(string: errorClass)
        writer.write(raw: ",\"messages\":[")
        writer.write(string: message)
        writer.write(raw: "]")
        if carriesCode, let code {
            writer.write(raw: ",\"code\":")
            writer.write(string: code)
        }
        writer.write(raw: "}")
        return writer.bytes
    }

    private static func status(of code: RecordError.Code) -> Int {
        switch code {
        case .recordNotFound: 404
        case .permissionDenied, .methodNotAllowed: 403
        default: 400
        }
    }

    private static func exceptionClass(of status: Int) -> String {
        switch status {
        case 401: "UnauthorizedException"
        case 403: "ForbiddenException"
        case 404: "NotFoundException"
        case 405: "MethodNotAllowedException"
        case 409: "ConflictException"
        case 422: "UnprocessableEntityException"
        case 500...: "InternalServerErrorException"
        default: "BadRequestException"
        }
    }
}
