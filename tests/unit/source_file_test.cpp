#include "base/source_file.h"

#include <doctest/doctest.h>

using namespace unclench;

namespace {

bool is_at(const Span& span, int line, int column, int length) {
  return span.line == line && span.column == column && span.length == length;
}

}  // namespace

TEST_CASE("lines are counted from 1 and end before their line break") {
  const std::string text = "one\ntwo\n\nfour";
  CHECK(line_of(text, 1) == "one");
  CHECK(line_of(text, 2) == "two");
  CHECK(line_of(text, 3) == "");
  CHECK(line_of(text, 4) == "four");
  CHECK(line_of(text, 5) == "");
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("back") == 4);
  CHECK(count_characters("Rücken") == 6);
  CHECK(count_characters("“…”") == 3);
  CHECK(count_characters("🧘x") == 2);
}

TEST_CASE("a place is found from its offset") {
  const std::string text = "ab\ncde\n";
  CHECK(is_at(span_at(text, 0), 1, 1, 1));
  CHECK(is_at(span_at(text, 1), 1, 2, 1));
  CHECK(is_at(span_at(text, 4, 2), 2, 2, 2));
  CHECK(is_at(span_at(text, 7), 3, 1, 1));
  CHECK(is_at(span_at(text, 1000), 3, 1, 1));
}

TEST_CASE("columns and lengths count characters of several bytes as one") {
  const std::string text = "x\nöß🧘“y”";
  CHECK(is_at(span_at(text, text.find("y")), 2, 5, 1));
  CHECK(is_at(span_at(text, text.find("🧘"), std::string("🧘“y”").size()), 2, 3, 4));
}

TEST_CASE("places that are found one after another are the same, in any order") {
  const std::string text = "one\n\nzwei \xC3\xA4\xE2\x82\xAC!\nlast";
  PlaceFinder rising(text), falling(text);
  const auto same = [](const Span& a, const Span& b) {
    return a.line == b.line && a.column == b.column && a.length == b.length;
  };
  for (std::size_t i = 0; i <= text.size(); ++i) {
    CHECK(same(rising.at(i, 2), span_at(text, i, 2)));
    CHECK(same(falling.at(text.size() - i), span_at(text, text.size() - i)));
  }
}

TEST_CASE("valid UTF-8 is recognised") {
  for (const char* text : {"", "plain\ttext\n", "\x7F", "ö", "“”", "🧘", "\xEF\xBF\xBD",
                           "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(std::string(text));
    CHECK(find_invalid_utf8(text) == std::string_view::npos);
  }
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(find_invalid_utf8("ab\xFF") == 2);
  CHECK(find_invalid_utf8("\x80") == 0);                  // a continuation without a start
  CHECK(find_invalid_utf8("a\xC3") == 1);                 // cut off
  CHECK(find_invalid_utf8("a\xE2\x80") == 1);             // cut off
  CHECK(find_invalid_utf8("a\xC3(") == 1);                // not continued
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);              // longer than it need be
  CHECK(find_invalid_utf8("\xE0\x80\xAF") == 0);          // longer than it need be
  CHECK(find_invalid_utf8("\xF0\x80\x80\xAF") == 0);      // longer than it need be
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);          // half of a pair
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);      // beyond the last character
  CHECK(find_invalid_utf8("\xF8\x88\x80\x80\x80") == 0);  // five bytes
  CHECK(find_invalid_utf8(std::string_view("a\0b", 3)) == 1);
}

TEST_CASE("the first character that neither HTML nor XML can hold is found") {
  for (const char* text : {"", "a\tb\n", "ö", "\xC2\xA0", "\xEF\xBB\xBF", "\xEF\xBF\xBD"}) {
    CAPTURE(std::string(text));
    CHECK(find_control(text) == std::string_view::npos);
  }
  for (const char* text :
       {"ö\x01", "ö\x1F", "ö\x7F", "ö\xC2\x80", "ö\xC2\x9F", "ö\xEF\xBF\xBE", "ö\xEF\xBF\xBF"}) {
    CAPTURE(std::string(text));
    CHECK(find_control(text) == 2);
  }
  CHECK(find_control("\x01 \x02", 1) == 2);
}

TEST_CASE("every kind of line break becomes one") {
  CHECK(normalise_text("a\r\nb\rc\nd\r\n") == "a\nb\nc\nd\n");
  CHECK(normalise_text("a\r") == "a\n");
  CHECK(normalise_text("a\r\r\nb") == "a\n\nb");
}

TEST_CASE("a byte order mark is dropped at the beginning only") {
  CHECK(normalise_text("\xEF\xBB\xBFtext") == "text");
  CHECK(normalise_text("a\xEF\xBB\xBF") == "a\xEF\xBB\xBF");
}
