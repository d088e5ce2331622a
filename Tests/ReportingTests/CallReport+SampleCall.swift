import Reporting
import SampleCalls

extension CallReport {
  init(_ call: SampleCall) {
    self.init(
      session: call.session, summary: call.summary, record: CallRecord(call), version: "1.2.3")
  }
}
