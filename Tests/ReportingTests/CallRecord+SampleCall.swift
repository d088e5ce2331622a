import Reporting
import SampleCalls

extension CallRecord {
  init(_ call: SampleCall) {
    self.init()
    for event in call.events { add(event) }
  }
}
