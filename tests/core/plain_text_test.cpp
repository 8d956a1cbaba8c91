#include "core/plain_text.h"

#include <doctest/doctest.h>

using unclench::core::is_plain_text;

TEST_CASE("plain text is UTF-8 of any script, with line breaks") {
  CHECK(is_plain_text(""));
  CHECK(is_plain_text("Slowly.\nBreathe."));
  CHECK(is_plain_text("é ß € 語 🙂"));
  CHECK(is_plain_text("\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST_CASE("plain text has no other control characters") {
  for (char c = 0; c < 0x20; ++c) CHECK(is_plain_text({&c, 1}) == (c == '\n'));
  CHECK_FALSE(is_plain_text("\x7f"));
}

TEST_CASE("what is no UTF-8 is no plain text") {
  for (const char* text : {"\x80", "\xC3", "\xC3(", "\xE2\x82", "\xF0\x9F\x99", "\xFF", "a\xBF"})
    CHECK_FALSE(is_plain_text(text));
  // Written with more bytes than needed, half of a pair, above the last character.
  for (const char* text : {"\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF",
                           "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"})
    CHECK_FALSE(is_plain_text(text));
}
