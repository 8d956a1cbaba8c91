// What a module for the browser answers.
#pragma once

#include <vector>

#include "codec/questions.h"

namespace unclench::wasm {

const std::vector<codec::Question>& questions();  // each module has its own

}  // namespace unclench::wasm
