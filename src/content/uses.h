// What texts refer to: the pages that are read next, figures, doses and sources.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/model.h"
#include "content/terms.h"

namespace unclench::content {

// The ids of pages that are not finished, by folder.
class Drafts {
 public:
  void add(const std::string& folder, const std::string& id) { ids_[folder].push_back(id); }

  // Empty when there are none.
  const std::vector<std::string>& of(const std::string& folder) const;
  bool has(const std::string& folder, const std::string& id) const;

 private:
  std::map<std::string, std::vector<std::string>> ids_;
};

// Reports what the pages of `edition` name and `whole` does not have; one is a translation of the
// other, or both are the same. A page that is not translated stands in the original language and
// was checked there.
void check_uses(const Edition& edition, const Edition& whole, const Terms& terms,
                const Drafts& drafts, Diagnostics& diagnostics);

}  // namespace unclench::content
