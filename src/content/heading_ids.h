// The ids of a page's headings, by which links find them.
#pragma once

#include <string>
#include <unordered_map>

namespace unclench::content {

// Letters and digits of every language, in lower case; a hyphen for what stands between them.
std::string slug_of(const std::string& title);

class HeadingIds {
 public:
  // Takes the id; false when another heading has it.
  bool claim(const std::string& id);

  // Takes the id, or the first that is free with a number behind it.
  std::string free_id(const std::string& id);

 private:
  std::unordered_map<std::string, int> last_numbers_;  // that was put behind each id
};

}  // namespace unclench::content
