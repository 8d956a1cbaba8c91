#include <doctest/doctest.h>

#include "core/code/code_layout.h"
#include "core/code/routine_code.h"
#include "core/sequences.h"

using namespace unclench::core;
using namespace unclench::test;
using code_layout::with_checksum;

namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string problem_of(const std::string& text) {
  const DecodedRoutine decoded = decode_routine_code(sample_catalogue(), text);
  CHECK(decoded.errors.empty() != decoded.sequence.steps.empty());
  std::string problems;
  for (const RequestError& error : decoded.errors) {
    CHECK(error.field == "code");
    problems += (problems.empty() ? "" : "; ") + error.message;
  }
  return problems;
}

bool is_refused(const Catalogue& catalogue, const std::string& text) {
  const DecodedRoutine decoded = decode_routine_code(catalogue, text);
  return !decoded.errors.empty() && decoded.sequence.steps.empty();
}

// Walk for a minute, then a bridge; with a note when there is one.
std::string code_of(const std::string& note = "", int posture = -1) {
  const Catalogue catalogue = sample_catalogue();
  Sequence sequence;
  sequence.stage = well;
  sequence.posture = posture;
  sequence.steps = {step_of(catalogue, "walk", {60, 1, 1}, Surfaces::floor),
                    step_of(catalogue, "bridge", {5, 8, 2}, Surfaces::bed, note)};
  return encode_routine_code(catalogue, sequence).text;
}

std::string without_checksum(std::string code) {
  code.resize(code.size() - code_layout::checksum_width);
  return code;
}

// As somebody would write it who knows how: with the right checksum.
std::string with_changed(std::string code, std::size_t place, const std::string& instead) {
  code = without_checksum(code).replace(place, instead.size(), instead);
  return with_checksum(code);
}

constexpr std::size_t flags_place = 1;
constexpr std::size_t first_step = 1 + 1 + 4 + 3 + 2;
constexpr std::size_t hold_place = first_step + 4 + 2;

}  // namespace

TEST_CASE("a code with one character changed is refused, whichever it is") {
  const Catalogue catalogue = sample_catalogue();
  for (const std::string& code : {code_of(), code_of("", prone), code_of("slowly\n語", prone)})
    for (std::size_t place = 0; place < code.size(); ++place)
      for (char digit : std::string(digits) + " .é\n%") {
        std::string changed = code;
        changed[place] = digit;
        if (digit == code[place]) continue;
        CAPTURE(changed);
        REQUIRE(is_refused(catalogue, changed));
      }
}

TEST_CASE("a code with two neighbours exchanged is refused") {
  const std::string code = code_of("slowly", prone);
  for (std::size_t place = 0; place + 1 < code.size(); ++place) {
    std::string changed = code;
    std::swap(changed[place], changed[place + 1]);
    if (changed != code) REQUIRE(is_refused(sample_catalogue(), changed));
  }
}

TEST_CASE("a code that is cut off, extended or repeated is refused") {
  const std::string code = code_of("slowly", prone);
  for (std::size_t length = 1; length < code.size(); ++length) {
    CHECK(problem_of(code.substr(0, length)) == "is cut off or damaged");
    CHECK(problem_of(code.substr(length)) != "");
  }
  for (char digit : digits) {
    CHECK(problem_of(code + digit) == "is cut off or damaged");
    CHECK(problem_of(digit + code) != "");
  }
  CHECK(problem_of(code + code) == "is cut off or damaged");
}

TEST_CASE("every refusal says what is wrong with the text") {
  CHECK(problem_of("") == "is empty");
  CHECK(problem_of(" \n\t") == "is empty");
  CHECK(problem_of("https://example.org/#routine") == "is not a routine code");
  CHECK(problem_of("routine") == "is not a routine code");
  CHECK(problem_of("0AAAAAAAAAAAAAAA") == "is not a routine code");
  CHECK(problem_of(std::string("\0", 1)) == "is not a routine code");
  CHECK(problem_of("1AA AA") == "character 4 does not belong in a code");
  CHECK(problem_of("1=") == "character 2 does not belong in a code");
  CHECK(problem_of("1A\xFF") == "character 3 does not belong in a code");
  CHECK(problem_of(std::string(300000, '1')) == "is longer than 201220 characters");
  CHECK(problem_of("1AAAAAAAAAAAA") == "is cut off or damaged");
}

TEST_CASE("a code of a later version is told from a damaged one") {
  const std::string later = with_checksum("2AAAAAAAAAAAAAAAAAAAAAA");
  CHECK(problem_of(later) ==
        "was made by a newer version of this program; open it there, or update this one");
  CHECK(problem_of(later.substr(0, 20)) == "is cut off or damaged");
}

TEST_CASE("values that no routine may have are refused, also with the right checksum") {
  CHECK(problem_of(with_changed(code_of(), hold_place, "cJ")) ==
        "movement 1 of this routine has 1801 seconds of hold; it must have 0 to 1800");
  CHECK(problem_of(with_changed(code_of(), hold_place, "cI")) == "");
  CHECK(problem_of(with_changed(code_of(), hold_place + 2, "_K")) ==
        "movement 1 of this routine has 253 repetitions; it must have 1 to 100; "
        "movement 1 of this routine has 11 sets; it must have 1 to 10");
  CHECK(problem_of(with_changed(code_of(), first_step, "AAAAAA")) ==
        "movement 1 of this routine is not in this edition; "
        "the place of movement 1 of this routine is not in this edition");
}

TEST_CASE("a routine without movements, or with more than a hundred, is refused") {
  const std::string code = without_checksum(code_of());
  const std::string head = code.substr(0, first_step), step = code.substr(first_step, 10);
  CHECK(problem_of(with_checksum(head)) == "has no movements");
  std::string long_code = head;
  for (int i = 0; i < 101; ++i) long_code += step;
  CHECK(problem_of(with_checksum(long_code)) == "has more than 100 movements");
}

TEST_CASE("there is one way only to write a routine") {
  const auto is_laid_out = [](const std::string& code) {
    return problem_of(code) != "is not laid out as a routine code";
  };
  const std::string code = code_of();
  CHECK(is_laid_out(with_changed(code, flags_place, "A")));
  for (char flags : digits.substr(2))
    CHECK_FALSE(is_laid_out(with_changed(code, flags_place, {flags})));
  for (std::size_t extra = 1; extra < 10; ++extra)
    CHECK_FALSE(is_laid_out(with_checksum(without_checksum(code) + std::string(extra, 'A'))));

  // Notes that are all empty.
  const std::string plain = without_checksum(code);
  CHECK_FALSE(is_laid_out(with_checksum("1C" + plain.substr(2, first_step - 2 + 10) + "AA" +
                                        plain.substr(first_step + 10) + "AA")));

  // "a" is YQ; the last four bits of Q mean nothing and are 0.
  const std::string noted = code_of("a");
  const std::size_t last = noted.size() - code_layout::checksum_width - 1;
  CHECK(noted.substr(last - 3, 4) == "ABYQ");
  CHECK(is_laid_out(with_changed(noted, last, "Q")));
  for (const char* digit : {"R", "S", "U", "Y", "f"})
    CHECK_FALSE(is_laid_out(with_changed(noted, last, digit)));

  // A note longer than what is left.
  CHECK_FALSE(is_laid_out(with_changed(noted, last - 3, "AC")));
  CHECK_FALSE(is_laid_out(with_changed(noted, last - 3, "__")));
}

TEST_CASE("notes that nobody could have written are refused") {
  const std::string noted = code_of("abc");
  const std::size_t note = noted.size() - code_layout::checksum_width - 4;
  CHECK(noted.substr(note, 4) == "YWJj");
  for (const char* bytes : {"AGJj", "YWJ_", "_____", "wK_A", "CQkJ"})
    CHECK(problem_of(with_changed(noted, note, std::string(bytes).substr(0, 4))) ==
          "movement 2 of this routine has a note with characters that cannot be written");
  std::string text = without_checksum(noted);
  text.resize(note - 2);
  append_number(text, 1501, 2);
  append_bytes(text, std::string(1501, 'a'));
  CHECK(problem_of(with_checksum(text)) ==
        "movement 2 of this routine has a note longer than 1500 bytes");
}

TEST_CASE("texts made up by chance are refused, also with the right checksum") {
  const Catalogue catalogue = sample_catalogue();
  Random random(5);
  for (int i = 0; i < 3000; ++i) {
    std::string text = "1";
    const int length = random.below(80);
    for (int place = 0; place < length; ++place)
      text += digits[static_cast<std::size_t>(random.below(64))];
    REQUIRE(is_refused(catalogue, text));
    REQUIRE(is_refused(catalogue, with_checksum(text)));
  }
}
