// core.wasm: what a page needs to plan, change and play a routine.
#include "codec/code_json.h"
#include "codec/edit_json.h"
#include "codec/timeline_json.h"
#include "wasm/bridge.h"

namespace unclench::wasm {

const std::vector<codec::Question>& questions() {
  static const std::vector<codec::Question> here = {
      {"plan", codec::answer},
      {"review", codec::review_answer},
      {"swap", codec::swap_answer},
      {"replan", codec::replan_answer},
      {"timeline", codec::timeline_answer},
      {"code", codec::code_answer},
      {"read-code", codec::read_code_answer},
  };
  return here;
}

}  // namespace unclench::wasm
