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
  std::string line_text;  // the line it is about, cut when it is long; empty: nothing to show
  int line_start = 1;     // the column that line_text begins with
};

class Diagnostics {
 public:
  void add(Problem problem, const SourceFile& file, Span span, std::string message,
           std::string help = "");
  // About a file that could not be read, or that should be there.
  void add(Problem problem, std::string path, std::string message, std::string help = "");
  void add(const Diagnostics& others);

  // Those that the other list does not have.
  Diagnostics without(const Diagnostics& known) const;

  bool empty() const { return list_.empty(); }
  std::size_t size() const { return list_.size(); }

  // By path, line, column and message; the same problem once.
  std::vector<Diagnostic> sorted() const;

 private:
  struct Place {
    const char* line = nullptr;
    int column = 1;
    std::size_t offset = 0;  // of the column in the line
  };

  std::string_view line_in(const SourceFile& file, int line);
  std::size_t offset_in(std::string_view line, int column);

  std::vector<Diagnostic> list_;
  // Where the last problem was: the next one is often in the same file, further down.
  std::optional<Bytes> known_text_;
  int known_line_ = 1;
  std::size_t known_offset_ = 0;
  std::size_t known_end_ = 0;  // of that line; 0: not known
  Place known_place_;
};

// The nearest of the candidates, if one is near: another case of letters is nearer than all else.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// "did you mean 'x'?" for the nearest candidate, or an empty text.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace unclench
