// Reviews that are older than the edition wants them to be.
#include <cstdio>

#include "lint/checks.h"
#include "lint/places.h"

namespace unclench::lint {
namespace {

// The same day so many months later, as text. It need not exist: 2026-02-30 still stands before
// 2026-03-01.
std::string months_later(const std::string& date, int months) {
  const int month = std::stoi(date.substr(0, 4)) * 12 + std::stoi(date.substr(5, 2)) - 1 + months;
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%s", month / 12, month % 12 + 1,
                date.substr(8, 2).c_str());
  return text;
}

}  // namespace

void check_reviews(const Subject& subject) {
  const int months = subject.options.review_after_months;
  for (const content::PageText* page : all_pages(subject.edition))
    if (!page->reviewed.empty() && months_later(page->reviewed, months) < subject.options.today)
      subject.diagnostics.add(
          Problem::old_review, *page->file, Places(*page).value({"reviewed"}),
          "this page was reviewed more than " + std::to_string(months) + " months ago",
          "have it reviewed again, and change 'reviewed' and 'reviewed_by'");
}

}  // namespace unclench::lint
