// The JSON library as this project uses it: keys keep their order, nothing throws.
#pragma once

#include <nlohmann/json.hpp>

namespace unclench {
using Json = nlohmann::ordered_json;
}
