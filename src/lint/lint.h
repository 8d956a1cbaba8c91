// Advice on content that is valid but could be better. All of it is warnings.
#pragma once

#include <string>

#include "content/model.h"

namespace unclench::lint {

struct Options {
  std::string today;             // 2026-11-21
  std::string language;          // of the edition's texts: how they read is known for English only
  int review_after_months = 24;  // then a review is old
  bool pedantic = false;         // count the cautions that have no source as well
  unsigned threads = 1;
};

// The edition must be sound.
void check(const content::Edition& edition, const Options& options, Diagnostics& diagnostics);

}  // namespace unclench::lint
