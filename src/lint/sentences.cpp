#include "lint/sentences.h"

#include <algorithm>
#include <cmath>

#include "lint/syllables.h"

namespace unclench::lint {
namespace {

constexpr std::string_view apostrophe = "\xE2\x80\x99";  // ’
constexpr std::string_view punctuation = "\xE2\x80";     // quotes, dashes, dots

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The bytes of the letter or digit at a place; 0 when there is none.
std::size_t letter_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte < 0x80) {
    const char lower = static_cast<char>(byte | 0x20);
    return is_digit(text[i]) || (lower >= 'a' && lower <= 'z') ? 1 : 0;
  }
  const bool inside = (byte & 0xC0) == 0x80;  // of a character that is none
  if (inside || text.substr(i, 2) == punctuation) return 0;
  std::size_t bytes = 1;
  while (i + bytes < text.size() && (static_cast<unsigned char>(text[i + bytes]) & 0xC0) == 0x80)
    ++bytes;
  return bytes;
}

// What may join two letters to one word: the bytes of it, or 0.
std::size_t joint_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return 0;
  const bool between_digits =
      i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1]);
  if (text[i] == '\'' || text[i] == '-') return 1;
  if ((text[i] == '.' || text[i] == ',') && between_digits) return 1;
  return text.substr(i, apostrophe.size()) == apostrophe ? apostrophe.size() : 0;
}

std::size_t after_closers(std::string_view text, std::size_t i) {
  for (;;)
    if (i < text.size() && (text[i] == '"' || text[i] == '\'' || text[i] == ')' || text[i] == ']'))
      ++i;
    else if (text.substr(i, 3) == apostrophe || text.substr(i, 3) == "\xE2\x80\x9D")
      i += 3;
    else
      return i;
}

// Whether a sentence ends before this place, which follows its mark.
bool ends_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return true;
  if (!is_space(text[i])) return false;
  while (i < text.size() && is_space(text[i])) ++i;
  return i >= text.size() || !(text[i] >= 'a' && text[i] <= 'z');
}

}  // namespace

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t start = 0;
  const auto take = [&](std::size_t end) {
    while (start < end && is_space(text[start])) ++start;
    if (start < end) sentences.push_back(text.substr(start, end - start));
    start = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
    const std::size_t end = after_closers(text, i + 1);
    if (ends_at(text, end)) take(end);
  }
  take(text.size());
  return sentences;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    for (std::size_t letter; (letter = letter_at(text, end)) > 0;) {
      end += letter;
      const std::size_t joint = joint_at(text, end);
      if (joint > 0 && letter_at(text, end + joint) > 0) end += joint;
    }
    if (end > i) words.push_back(text.substr(i, end - i));
    i = std::max(end, i + 1);
  }
  return words;
}

int ReadingCount::add(std::string_view sentence) {
  const std::vector<std::string_view> list = words_of(sentence);
  sentences += list.empty() ? 0 : 1;
  words += static_cast<int>(list.size());
  for (std::string_view word : list) syllables += count_syllables(word);
  return static_cast<int>(list.size());
}

int reading_age_tenths(const ReadingCount& count) {
  const double words_a_sentence = static_cast<double>(count.words) / count.sentences;
  const double syllables_a_word = static_cast<double>(count.syllables) / count.words;
  const double grade = 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59;
  return std::max(50, static_cast<int>(std::lround((grade + 5) * 10)));
}

}  // namespace unclench::lint
