// What is found by search, and how texts are cut into words.
#include "render/search_index.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/search_words.h"
#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;
using render::lower_case;
using render::search_words;

namespace {

using Words = std::vector<std::string>;

nlohmann::json index_of(const Small& small) {
  return nlohmann::json::parse(small.file("search.json"));
}

// The documents that have the term, by field.
nlohmann::json found(const nlohmann::json& index, const std::string& term) {
  for (const nlohmann::json& entry : index["index"])
    if (entry[0] == term) return entry[1];
  return nullptr;
}

}  // namespace

TEST_CASE("words are parted by white space and punctuation of any script") {
  CHECK(search_words("one two,three\n\nfour") == Words{"one", "two", "three", "four"});
  CHECK(search_words("“Dodge” – don’t…") == Words{"", "Dodge", "don", "t", ""});
  CHECK(search_words("¿qué?") == Words{"", "qué", ""});
  CHECK(search_words("10 °C < 3+4") == Words{"10", "°C", "<", "3+4"});
  CHECK(search_words("").size() == 1);
}

TEST_CASE("letters become small in Latin, Greek and Cyrillic script") {
  CHECK(lower_case("ÀÉÎ ŁÓDŹ ŸŽ") == "àéî łódź ÿž");
  CHECK(lower_case("ΑΩ ДЁЖ") == "αω дёж");
  CHECK(lower_case("×÷ ß 背") == "×÷ ß 背");
}

TEST_CASE("tags and comments of HTML are no words, and references are letters") {
  CHECK(render::plain_text_of_html("<p>a<br>b</p>") == " a b ");
  CHECK(render::plain_text_of_html("a<!--cite 1--> &amp; &lt;b&gt; &quot;") == "a & <b> \"");
}

TEST_CASE("every page with a text and every term is found, by all that it says") {
  const nlohmann::json index = index_of(Small());
  CHECK(index["serializationVersion"] == 2);
  CHECK(index["documentCount"] == index["storedFields"].size());
  CHECK(index["storedFields"]["0"] ==
        nlohmann::json({{"title", "Lie down"},
                        {"url", "/sub/exercises/lie/"},
                        {"kind", "exercise"},
                        {"summary", "Lie on your back with your knees bent."}}));
  CHECK(found(index, "lie")["0"] == nlohmann::json({{"0", 1}}));
  CHECK(found(index, "nobody").is_null());
}

TEST_CASE("an exercise is found by the names that articles give it") {
  CHECK(found(index_of(Small()), "toe")["1"] == nlohmann::json({{"1", 1}}));
}

TEST_CASE("a page is found by its keywords, which it does not show") {
  Small small;
  small.replace("content/pages/help.md", "title: Help", "title: Help\nkeywords: [red flags]");
  CHECK_FALSE(found(index_of(small), "flags").is_null());
  CHECK_FALSE(holds(small.file("help/index.html"), "red flags"));
}

TEST_CASE("an edition without a template for search has no index and no page") {
  Small small;
  small.remove("site/templates/search.mustache");
  CHECK(small.files().count("search.json") == 0);
  CHECK(small.files().count("search/index.html") == 0);
}

TEST_CASE("the design page is in no sitemap, and there only with its template") {
  CHECK(Small().files().count("design/index.html") == 1);
  CHECK_FALSE(holds(Small().file("sitemap.xml"), "/design/"));
  Small small;
  small.remove("site/templates/design.mustache");
  CHECK(small.files().count("design/index.html") == 0);
}

TEST_CASE("what search engines are told cannot end its script") {
  Small small;
  small.replace("content/pages/help.md", "title: Help", "title: Help </script><b>");
  CHECK(holds(small.file("help/index.html"), "\"name\":\"Help \\u003c/script>\\u003cb>\""));
}

TEST_CASE("a page that was reviewed says so to search engines") {
  Small small;
  small.replace("content/pages/help.md", "title: Help",
                "title: Help\nreviewed: 2026-01-02\nreviewed_by: Jane Doe");
  CHECK(
      holds(small.file("help/index.html"),
            "\"lastReviewed\":\"2026-01-02\",\"reviewedBy\":{\"@type\":\"Person\",\"name\":\"Jane "
            "Doe\"}"));
}
