# The sentences of the shipped edition go into the program, for editions that have none of their own.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS content/explanations.yaml)
file(READ ${CMAKE_SOURCE_DIR}/content/explanations.yaml shipped_explanations)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/shipped/content/shipped_explanations.h CONTENT [[
// content/explanations.yaml
#pragma once

namespace unclench::content {

inline constexpr const char* shipped_explanations_yaml = R"yaml(@shipped_explanations@)yaml";

}  // namespace unclench::content
]] @ONLY)
