#include "content/shape.h"

#include <doctest/doctest.h>

#include <set>

#include "base/diagnostic_format.h"
#include "content/shapes.h"
#include "content/text_form.h"

using namespace unclench;
using namespace unclench::content;

namespace {

Terms some_terms() {
  Terms terms;
  terms.set(Words::stages, {"sore", "well"});
  terms.set(Words::conditions, {"disc", "stenosis"});
  terms.set(Words::citations, {"BOOK"});
  return terms;
}

// What is wrong with "x: VALUE", without the lines that show it.
std::string wrong(const Shape& shape, const std::string& value) {
  const SourceFile file{"a.yaml", "x: " + value + "\n"};
  Diagnostics diagnostics;
  const YamlNode root = parse_yaml(file, file.text, 1, diagnostics);
  check_shape(file, root, record("a thing", {optional("x", shape, "X.")}), "", some_terms(),
              diagnostics);
  std::string text;
  for (const Diagnostic& d : diagnostics.sorted())
    text += std::to_string(d.span.column) + ": " + d.message + " [" +
            std::string(id_of(d.problem)) + "]" + (d.help.empty() ? "" : " (" + d.help + ")") +
            "\n";
  return text;
}

}  // namespace

TEST_CASE("texts") {
  CHECK(wrong(text(), "anything") == "");
  CHECK(wrong(text(), "'12'") == "");
  CHECK(wrong(text(), "[a]") == "4: 'x' must be a text [wrong-type]\n");
  CHECK(wrong(text(), "''") == "4: 'x' is empty [empty-value]\n");
  CHECK(wrong(text(), "'  '") == "4: 'x' is empty [empty-value]\n");
  CHECK(wrong(text(), "\"\\u00A0\\u2003\"") == "4: 'x' is empty [empty-value]\n");
  CHECK(wrong(text(), "") == "3: 'x' has no value [empty-value]\n");
}

TEST_CASE("what YAML reads as a number or as a flag is no text") {
  for (const char* value : {"12", "-1", "+5", "1.5", ".5", "5.", "1e3", "1.E-3", "0x1F", "0o17",
                            "true", "FALSE", ".nan", "-.inf"}) {
    CAPTURE(value);
    CHECK(wrong(text(), value) == "4: 'x' must be a text [wrong-type] (put it in quotes)\n");
    CHECK(wrong(text(), "'" + std::string(value) + "'") == "");
  }
  for (const char* value : {"1st", "1 2", "1_000", "2026-11-21", "0x", "1e", "+", "+.", ".", "..5",
                            "yes", "tRue", "12:30", "--1", "1.5.2"}) {
    CAPTURE(value);
    CHECK(wrong(text(), value) == "");
  }
  CHECK(wrong(text(Shape::Form::telephone), "112") ==
        "4: 'x' must be a text [wrong-type] (put it in quotes)\n");
  CHECK(wrong(text(Shape::Form::telephone), "'+44 1-2'") == "");
  CHECK(wrong(text(Shape::Form::telephone), "call") ==
        "4: 'x' must be digits, spaces, + and hyphens [bad-text]\n");
  CHECK(wrong(flag(), "'true'") ==
        "4: 'x' must be true or false [wrong-type] (write it without quotes)\n");
}

TEST_CASE("numbers") {
  CHECK(wrong(number(1, 3), "3") == "");
  CHECK(wrong(number(1, 3), "0") == "4: 'x' must be a whole number from 1 to 3 [out-of-range]\n");
  CHECK(wrong(number(1, 3), "'2'") ==
        "4: 'x' must be a whole number from 1 to 3 [wrong-type] "
        "(write it without quotes)\n");
  CHECK(wrong(number(1, 3), "[2]") == "4: 'x' must be a whole number from 1 to 3 [wrong-type]\n");
}

TEST_CASE("ranges") {
  CHECK(wrong(range(1, 9), "4") == "");
  CHECK(wrong(range(1, 9), "[4, 4]") == "");
  for (const char* words : {"5-8", "5 – 8", "5..8", "5 to 8", "'5-8'"})
    CHECK(wrong(range(1, 9), words) ==
          "4: 'x' must be a number or a range of two [wrong-type] (write [5, 8])\n");
  CHECK(wrong(range(1, 9), "[5, 4]") ==
        "5: the range of 'x' runs backwards [out-of-range] (write [4, 5])\n");
  CHECK(wrong(range(1, 9), "[5]") ==
        "4: 'x' must be a number or a range of two, like [10, 30] [wrong-type]\n");
  CHECK(wrong(range(1, 9), "[0, b]") ==
        "5: 'x' must be a whole number from 1 to 9 [out-of-range]\n"
        "8: 'x' must be a whole number from 1 to 9 [wrong-type]\n");
}

TEST_CASE("flags, options and words") {
  CHECK(wrong(flag(), "true") == "");
  CHECK(wrong(flag(), "yes") == "4: 'x' must be true or false [wrong-type] (write true)\n");
  CHECK(wrong(option({"fine", "care"}, "a verdict"), "care") == "");
  CHECK(wrong(option({"fine", "care"}, "a verdict"), "never") ==
        "4: 'never' is not a verdict [unknown-word] (use one of: fine, care)\n");
  CHECK(wrong(term(Words::stages, "a stage"), "wel") ==
        "4: 'wel' is not a stage [unknown-word] (did you mean 'well'?)\n");
  CHECK(wrong(term(Words::citations, "a source"), "BOK") ==
        "4: 'BOK' is not in references.yaml and is no article [unknown-source] "
        "(did you mean 'BOOK'?)\n");
}

TEST_CASE("words of a vocabulary that could not be read are not called unknown") {
  CHECK(wrong(term(Words::targets, "a target"), "anything") == "");
  CHECK(wrong(term(Words::exercises, "an exercise"), "anything") == "");
}

TEST_CASE("lists") {
  CHECK(wrong(list(text()), "[a, b]") == "");
  CHECK(wrong(list(text()), "[]") == "");
  CHECK(wrong(list(text()), "a") == "4: 'x' must be a list [wrong-type] (write [a])\n");
  CHECK(wrong(list(text(), 1), "[]") == "4: name at least one of 'x' [missing-field]\n");
  CHECK(wrong(list(number(1, 9), 4, 4), "[1, 2]") == "4: 'x' needs 4 values [missing-field]\n");
  CHECK(wrong(list(number(1, 9), 1, 2), "[1, 2, 3]") ==
        "4: 'x' has more than 2 values [too-many]\n");
  CHECK(wrong(list(text()), "[a, b, a]") == "11: 'a' stands in 'x' twice [repeated-item]\n");
  CHECK(wrong(list(text()), "[a, [b], ~]") ==
        "8: 'x' must be a list of texts [wrong-type]\n"
        "13: 'x' must be a list of texts [wrong-type]\n");
  std::string many = "[a";
  for (int i = 0; i < 100; ++i) many += ", a" + std::to_string(i);
  CHECK(wrong(list(text()), many + "]") == "");
  CHECK(wrong(list(text()), many + ", a]").find("'a' stands in 'x' twice") != std::string::npos);
}

TEST_CASE("records") {
  const Shape shape = record(
      "a dose", {required("hold", number(0, 9), "H."), optional("rest", number(0, 9), "R.")});
  CHECK(wrong(shape, "{ hold: 1 }") == "");
  CHECK(wrong(shape, "7") == "4: a dose must be a mapping of keys to values [wrong-type]\n");
  CHECK(wrong(shape, "{ rest: 1 }") == "4: a dose needs 'hold' [missing-field]\n");
  CHECK(wrong(shape, "{ hodl: 1 }") ==
        "6: 'hodl' is not a field of a dose [unknown-field] (did you mean 'hold'?)\n");
  CHECK(wrong(shape, "{ hold: ~ }") == "12: 'hold' has no value [empty-value]\n");
}

TEST_CASE("one of several fields must be there") {
  Choice choice;
  choice.keys = {"a", "b"};
  choice.exclusive = true;
  choice.drafts_may_lack = true;
  choice.problem = Problem::no_source;
  choice.message = "needs 'a' or 'b'";
  choice.both_message = "has both";
  const Shape shape = record("a thing",
                             {optional("a", list(text()), "A."), optional("b", text(), "B."),
                              optional("draft", flag(), "D.")},
                             {choice});
  CHECK(wrong(shape, "{ b: c }") == "");
  CHECK(wrong(shape, "{ draft: true }") == "");
  CHECK(wrong(shape, "{ draft: false }") == "4: needs 'a' or 'b' [no-source]\n");
  CHECK(wrong(shape, "{ a: [] }") == "4: needs 'a' or 'b' [no-source]\n");
  CHECK(wrong(shape, "{ a: [c], b: c }") == "9: has both [no-source]\n");
}

TEST_CASE("mappings from words, and from ids of their own") {
  Shape rules = by_term(Words::conditions, "a condition", number(0, 3));
  CHECK(wrong(rules, "{ disc: 1 }") == "");
  CHECK(wrong(rules, "{ dics: 1, stenosis: ~ }") ==
        "6: 'dics' is not a condition [unknown-word] (did you mean 'disc'?)\n"
        "25: 'stenosis' has no value [empty-value]\n");
  rules.every = true;
  rules.missing_message = "no '%' here";
  rules.missing_help = "decide on %";
  CHECK(wrong(rules, "{ disc: 1 }") ==
        "4: no 'stenosis' here [missing-verdict] (decide on stenosis)\n");
  CHECK(wrong(by_id("a term", number(0, 3)), "{ a-b: 1, A: 2 }") ==
        "14: 'A' cannot be an id [bad-name] (use lower-case letters, digits and hyphens)\n");
  CHECK(wrong(by_id("", number(0, 3)), "{ A: 2 }") == "");
}

// The fields that a record, or one inside it, has twice.
std::string repeated_fields(const Shape& shape) {
  std::string repeated;
  std::set<std::string> keys;
  for (const Field& field : shape.fields) {
    if (!keys.insert(field.key).second) repeated += shape.name + ": " + field.key + "\n";
    repeated += repeated_fields(field.shape);
  }
  for (const Shape& item : shape.item) repeated += repeated_fields(item);
  return repeated;
}

TEST_CASE("no file has two fields of one name") {
  for (const NamedShape& named : all_shapes()) CHECK(repeated_fields(named.shape()) == "");
}

TEST_CASE("ids are parts of addresses") {
  for (const char* id : {"a", "a-b", "000-2", "x1"}) CHECK(is_id(id));
  for (const char* id : {"", "-a", "a-", "a--b", "A", "a_b", "ä", "a b"}) CHECK_FALSE(is_id(id));
}

TEST_CASE("dates are those of the calendar") {
  const auto problem = [](const char* date) { return problem_of_form(Shape::Form::date, date); };
  for (const char* date : {"2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01"})
    CHECK(problem(date) == "");
  for (const char* date : {"2026-02-29", "1900-02-29", "2026-04-31", "2026-02-30"})
    CHECK(problem(date) == "is not in the calendar");
  for (const char* date : {"2026-13-01", "2026-00-01", "2026-1-1", "21.11.2026", "2026-11-21T00:00",
                           " 2026-11-21", ""})
    CHECK(problem(date) == "must be a date like 2026-11-21");
}

TEST_CASE("addresses, languages and web addresses have their forms") {
  const auto fits = [](Shape::Form form, const std::string& text) {
    return problem_of_form(form, text).empty();
  };
  for (const char* text : {"/old/", "/old/place/", "/old.html", "/a-b/c_d/e.html"})
    CHECK(fits(Shape::Form::address, text));
  for (const char* text : {"old/", "/old", "/", "//", "/a b/", "/a//b/", "/a?b/", ""})
    CHECK_FALSE(fits(Shape::Form::address, text));
  for (const char* text : {"en", "en-GB", "zh-Hant-TW", "gsw"})
    CHECK(fits(Shape::Form::language, text));
  for (const char* text : {"", "e", "EN", "en_GB", "english!", "../x"})
    CHECK_FALSE(fits(Shape::Form::language, text));
  CHECK(fits(Shape::Form::url, "https://example.org/a?b=c#d"));
  for (const char* text : {"ftp://x", "https://", "https://a b", "example.org"})
    CHECK_FALSE(fits(Shape::Form::url, text));
  CHECK_FALSE(fits(Shape::Form::url, "https://" + std::string(100000, 'a')));
  CHECK(fits(Shape::Form::any, std::string(100000, 'a')));
}

TEST_CASE("an address may not climb out of the site") {
  for (const char* text : {"/../", "/a/../../", "/./"})
    CHECK(problem_of_form(Shape::Form::address, text) != "");
}
