// Problems as data: collected while reading, sorted and formatted once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/source_file.h"

namespace unclench {

struct Diagnostic {
  Problem problem;
  std::string path;
  Span span;
  std::string message;    // what is wrong, in lower case, without a full stop
  std::string help;       // what to do about it; may be empty
  std::string line_text;  // the line it is about; empty when there is none to show
};

class Diagnostics {
 public:
  void add(Problem problem, const SourceFile& file, Span span, std::string message,
           std::string help = "");
  // About a file that could not be read, or that should be there.
  void add(Problem problem, std::string path, std::string message, std::string help = "");
  void add(const Diagnostics& others);

  bool empty() const { return list_.empty(); }
  std::size_t size() const { return list_.size(); }

  // By path, line, column and message; the same problem once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::string_view line_in(const SourceFile& file, int line);

  std::vector<Diagnostic> list_;
  // Where the last problem was: the next one is often in the same file, further down.
  std::optional<Bytes> known_text_;
  int known_line_ = 1;
  std::size_t known_offset_ = 0;
};

// "did you mean 'x'?" for the nearest candidate, or an empty text.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace unclench
