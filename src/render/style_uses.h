// What a stylesheet names outside of itself.
#pragma once

#include <string_view>
#include <vector>

namespace unclench::render {

struct StyleUse {
  enum class Kind {
    address,  // in url(...), with or without quotes, or a text in image-set(...)
    import,   // the word `@import`, whatever it names
  };
  Kind kind;
  std::size_t offset;
  std::string_view text;  // an address without its quotes and the spaces around it
};

// In the order in which they stand there. What looks like one in a comment or in a text is none,
// and neither is the name of a namespace.
std::vector<StyleUse> style_uses(std::string_view css);

}  // namespace unclench::render
