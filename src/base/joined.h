// Puts texts together. One call, where a chain of operator+ would be a page of machine code.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace unclench {

std::string joined(std::initializer_list<std::string_view> parts);

}  // namespace unclench
