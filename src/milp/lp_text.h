// Text in the CPLEX LP format, term by term.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace unclench::milp {

struct Term {
  std::int64_t factor = 0;
  std::string variable;
};

class LpText {
 public:
  explicit LpText(std::string_view comment);

  // In all of them the terms of one variable are added up.
  void maximise(const std::vector<Term>& terms);
  // relation: "<=", ">=" or "=".
  void constraint(std::string_view name, const std::vector<Term>& terms, std::string_view relation,
                  std::int64_t right_side);
  void binary(const std::string& variable);
  void bounded(const std::string& variable, std::int64_t most);

  // The whole text. Nothing may be added after it.
  std::string take();

 private:
  void sum(const std::vector<Term>& terms);

  std::string text_;
  std::string bounds_;
  std::vector<std::string> binaries_;
  std::unordered_set<std::string> listed_;  // among them
  bool has_constraints_ = false;
};

}  // namespace unclench::milp
