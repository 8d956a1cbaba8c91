// The cases of tests/cases: small editions, each with what it becomes: a site, errors or advice.
// The README there says how they are laid out.
#pragma once

#include <string>
#include <vector>

#include "unit/small_site.h"

namespace unclench::test {

struct Case {
  std::string name;
  std::filesystem::path folder;
  render::Inputs inputs;
  render::Options options;
  lint::Options advice;
  bool warns() const { return name.rfind("warned-", 0) == 0; }
  bool fails() const { return name.rfind("bad-", 0) == 0; }
};

std::vector<std::string> case_names();
Case read_case(const std::string& name);

// All files of the site that the case is meant to become.
FileTree expected_site(const Case& of);

// Writes down what became of the case as what is expected from now on: of one that fails or warns
// the problems, of another the files.
void write_expected(const Case& of, const Made& made);

}  // namespace unclench::test
