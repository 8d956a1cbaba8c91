// Advice whose ways are more than one case shows.
#include <doctest/doctest.h>

#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;

namespace {

std::string advice_on(const Small& small, lint::Options options = {}) {
  options.today = "2026-11-21";
  return advice(small.inputs(), small.options(), options);
}

// A second bend, which leans back and must follow the first.
Small leaning_back(const std::string& surface_of_a_third) {
  Small small;
  const std::string bend = small.inputs().content.at("exercises/bend.md");
  small.write("content/exercises/lean.md", bend)
      .replace("content/exercises/lean.md", "order: 20", "order: 40")
      .replace("content/exercises/lean.md", "direction: flexion", "direction: extension")
      .replace("content/exercises/lean.md", "after: [lie]\neasier: [lie]", "after: [bend]")
      .replace("content/exercises/lean.md", "001-1", "001-2");
  if (surface_of_a_third.empty()) return small;
  small.write("content/exercises/stand.md", bend)
      .replace("content/exercises/stand.md", "order: 20", "order: 30")
      .replace("content/exercises/stand.md", "direction: flexion", "direction: neutral")
      .replace("content/exercises/stand.md", "after: [lie]\neasier: [lie]\n", "")
      .replace("content/exercises/stand.md", "001-1", "001-3");
  return small;
}

std::string hard_page(const std::string& head) {
  std::string text = "---\ntitle: Hard\nsummary: Hard.\n" + head + "---\n\n";
  for (int i = 0; i < 30; ++i)
    text += "Rehabilitation necessitates individualised consideration.\n";
  return text;
}

}  // namespace

TEST_CASE("a third movement can make it possible that one follows another that bends against it") {
  CHECK(
      advice_on(leaning_back("")) ==
      "content/exercises/lean.md:15:1: warning: no routine can have this exercise "
      "[unreachable-exercise]\n"
      "  dose:\n"
      "  ^~~~\n"
      "  help: in 'well': It would bend your back forwards and backwards with no neutral position "
      "between.\n"
      "1 warning\n");
  CHECK(advice_on(leaning_back("floor")) == "0 errors\n");
}

TEST_CASE("how easily a page reads is judged in English only, and not where it is technical") {
  const auto judged = [](const Small& small) { return count(advice_on(small), "[hard-to-read]"); };
  Small small;
  small.write("content/pages/hard.md", hard_page(""));
  CHECK(judged(small) == 1);
  small.write("content/pages/hard.md", hard_page("technical: false\n"));
  CHECK(judged(small) == 1);
  small.write("content/pages/hard.md", hard_page("technical: true\n"));
  CHECK(judged(small) == 0);
  Small french;
  french.write("content/pages/hard.md", hard_page(""))
      .replace("site/site.yaml", "language: en", "language: fr")
      .write("site/words/fr.yaml", small.inputs().site.at("words/en.yaml"))
      .remove("site/words/en.yaml");
  CHECK(judged(french) == 0);
}

TEST_CASE("headings, code, pictures, HTML and addresses of links are no prose") {
  const std::string words =
      "one two three four five six seven eight nine ten eleven twelve thirteen";
  Small small;
  small.replace("site/site.yaml", "author: Nobody", "author: Nobody\nmarkdown: { raw_html: true }")
      .write("content/images/a.svg",
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"></svg>\n")
      .write("content/pages/more.md",
             "---\ntitle: More\nsummary: More.\n---\n\n## " + words + " " + words + "\n\n```\n" +
                 words + " " + words + "\n```\n\n<p>" + words + " " + words + "</p>\n\n" + words +
                 " `" + words + "` ![" + words + "](../images/a.svg)\n\n- " + words + "\n- " +
                 words + "\n\n::: note " + words + " " + words + "\nYes.\n:::\n");
  CHECK(advice_on(small) == "0 errors\n");
}

TEST_CASE("a sentence that goes on in the next line is shown where it begins") {
  Small small;
  small.append(
      "content/pages/help.md",
      "\nYes. Stop at once when it hurts and then\nlie down on the floor with both of your "
      "knees bent until it\nhas gone away and you can get up again.\n");
  CHECK(holds(advice_on(small),
              ": warning: this sentence has 30 words [long-sentence]\n"
              "  Yes. Stop at once when it hurts and then\n"
              "       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"));
}

TEST_CASE("a review is old the day after the months have passed, also at the end of a month") {
  Small small;
  small.replace("content/pages/help.md",
                "title:", "reviewed: 2024-08-31\nreviewed_by: A. Clinician\ntitle:");
  lint::Options options;
  const auto judged = [&](const std::string& today) {
    options.today = today;
    return count(advice(small.inputs(), {}, options), "[old-review]");
  };
  CHECK(judged("2024-08-31") == 0);
  CHECK(judged("2026-08-31") == 0);
  CHECK(judged("2026-09-01") == 1);
  small.append("site/site.yaml", "review_after_months: 18\n");
  CHECK(judged("2026-02-28") == 0);
  CHECK(judged("2026-03-01") == 1);
}

TEST_CASE("a page says who reviewed it and when") {
  Small small;
  small
      .replace("content/pages/help.md",
               "title:", "reviewed: 2026-08-31\nreviewed_by: A. Clinician\ntitle:")
      .append("site/templates/page.mustache", "<p>{{reviewed}} {{reviewed_by}}</p>\n");
  CHECK(holds(small.file("help/index.html"), "<p>2026-08-31 A. Clinician</p>"));
}

TEST_CASE("building advises nothing") {
  Small small;
  small.replace("content/exercises/bend.md", "load: 2", "load: 0");
  CHECK(small.problems() == "0 errors\n");
  CHECK(count(advice_on(small), "[contradiction]") == 1);
}
