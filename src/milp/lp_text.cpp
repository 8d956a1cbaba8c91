#include "milp/lp_text.h"

#include <unordered_map>

namespace unclench::milp {
namespace {

constexpr std::size_t widest_line = 80;  // some readers cut lines at 255 characters

// Appends words to lines that are not too wide.
class Lines {
 public:
  explicit Lines(std::string& text) : text_(text), start_(text.size()) {}
  void add(std::string_view word) {
    if (text_.size() - start_ + word.size() > widest_line) {
      text_ += "\n  ";
      start_ = text_.size() - 2;
    }
    text_ += ' ';
    text_ += word;
  }

 private:
  std::string& text_;
  std::size_t start_;
};

// One term for each variable: readers refuse a variable that stands twice in one row.
std::vector<Term> added_up(const std::vector<Term>& terms) {
  std::vector<Term> sums;
  std::unordered_map<std::string, std::size_t> places;
  for (const Term& term : terms) {
    const auto [place, is_new] = places.emplace(term.variable, sums.size());
    if (is_new)
      sums.push_back(term);
    else
      sums[place->second].factor += term.factor;
  }
  return sums;
}

}  // namespace

LpText::LpText(std::string_view comment) {
  text_ += "\\ ";
  for (const char c : comment) {
    text_ += c;
    if (c == '\n') text_ += "\\ ";
  }
  text_ += "\n\n";
}

void LpText::sum(const std::vector<Term>& terms) {
  Lines lines(text_);
  bool first = true;
  for (const Term& term : added_up(terms)) {
    if (term.factor == 0) continue;
    const std::int64_t size = term.factor < 0 ? -term.factor : term.factor;
    std::string word = term.factor < 0 ? "- " : first ? "" : "+ ";
    if (size != 1) word += std::to_string(size) + " ";
    lines.add(word + term.variable);
    first = false;
  }
  if (first) lines.add("0 " + (terms.empty() ? std::string("nothing") : terms.front().variable));
}

void LpText::maximise(const std::vector<Term>& terms) {
  text_ += "Maximize\n score:";
  sum(terms);
  text_ += "\n\n";
}

void LpText::constraint(std::string_view name, const std::vector<Term>& terms,
                        std::string_view relation, std::int64_t right_side) {
  if (terms.empty()) return;
  if (!has_constraints_) text_ += "Subject To\n";
  has_constraints_ = true;
  text_ += " ";
  text_ += name;
  text_ += ":";
  sum(terms);
  text_ += " ";
  text_ += relation;
  text_ += " " + std::to_string(right_side) + "\n";
}

void LpText::binary(const std::string& variable) {
  if (listed_.insert(variable).second) binaries_.push_back(variable);
}

void LpText::bounded(const std::string& variable, std::int64_t most) {
  bounds_ += " 0 <= " + variable + " <= " + std::to_string(most) + "\n";
}

std::string LpText::take() {
  if (!bounds_.empty()) text_ += "\nBounds\n" + bounds_;
  if (!binaries_.empty()) {
    text_ += "\nBinaries\n";
    Lines lines(text_);
    for (const std::string& variable : binaries_) lines.add(variable);
    text_ += "\n";
  }
  text_ += "\nEnd\n";
  return std::move(text_);
}

}  // namespace unclench::milp
