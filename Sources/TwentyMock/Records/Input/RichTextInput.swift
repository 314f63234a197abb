import DataModel
import JSON
import RecordStore

extension CompositeInput { func richText(_ parts: JSONObject) throws -> [Assignment] { [] } }
