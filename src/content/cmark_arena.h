// Memory for one Markdown document at a time: taken from a block of its own and given back as a
// whole, which is much quicker than node by node.
#pragma once

#include <cmark.h>

namespace unclench::content {

class CmarkArena {
 public:
  // The calling thread's arena, empty. Whatever was made with it before is gone.
  static cmark_mem* begin();

  // The same without emptying it, for what joins the document.
  static cmark_mem* memory();
};

}  // namespace unclench::content
