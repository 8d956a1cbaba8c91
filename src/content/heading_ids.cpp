#include "content/heading_ids.h"

#include "base/letters.h"

namespace unclench::content {

std::string slug_of(const std::string& title) {
  std::string slug;
  slug.reserve(title.size());
  for (std::size_t at = 0; at < title.size();) {
    const Letter letter = letter_at(title, at);
    if (is_letter_or_digit(letter.code))
      append_letter(slug, lower_letter(letter.code));
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
    at += letter.bytes;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "section" : slug;
}

bool HeadingIds::claim(const std::string& id) {
  return last_numbers_.try_emplace(id, 1).second;
}

std::string HeadingIds::free_id(const std::string& slug) {
  const auto [last, is_free] = last_numbers_.try_emplace(slug, 1);
  if (is_free) return slug;
  int& number = last->second;  // which stays where it is when the table grows
  std::string id;
  do id = slug + "-" + std::to_string(++number);
  while (!last_numbers_.try_emplace(id, 1).second);
  return id;
}

}  // namespace unclench::content
