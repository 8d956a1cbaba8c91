// Mustache templates: parsed once, checked for mistakes with their places, rendered from JSON
// values.
#pragma once

#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "base/file_tree.h"
#include "codec/json.h"

namespace unclench::render {

class Templates {
 public:
  // Takes every templates/NAME.mustache of the site folder; names that begin with an underscore are
  // partials. Unclosed and mismatched tags and unknown
  // partials are reported.
  Templates(const FileTree& site, const std::string& root, Diagnostics& diagnostics);
  ~Templates();
  Templates(Templates&&) noexcept;

  // Renders the named template; a missing one was reported when it was asked for by `require`.
  std::string render(const std::string& name, const Json& values) const;

  // Reports the template when there is none of that name.
  void require(const std::string& name, Diagnostics& diagnostics) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace unclench::render
