// record.wasm: what only a page about past and coming sessions needs.
#include "codec/calendar_json.h"
#include "codec/progress_json.h"
#include "wasm/bridge.h"

namespace unclench::wasm {

const std::vector<codec::Question>& questions() {
  static const std::vector<codec::Question> here = {
      {"progress", codec::progress_answer},
      {"calendar", codec::calendar_answer},
  };
  return here;
}

}  // namespace unclench::wasm
