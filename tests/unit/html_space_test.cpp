#include "content/html_space.h"

#include <doctest/doctest.h>

using unclench::content::join_block_lines;
using unclench::content::without_spare_space;

TEST_CASE("lines and indentation between blocks go") {
  CHECK(without_spare_space("<ul>\n  <li>a</li>\n\n  <li>b</li>\n</ul>") ==
        "<ul><li>a</li><li>b</li></ul>");
  CHECK(without_spare_space("<!DOCTYPE html>\n<HTML>\n<head>\n") == "<!DOCTYPE html><HTML><head>");
}

TEST_CASE("space that a reader sees stays, as one sign") {
  CHECK(without_spare_space("a  b\n\n c\t<b>d</b>   <i>e</i>") == "a b\nc <b>d</b> <i>e</i>");
  CHECK(without_spare_space(" <b>x</b> ") == " <b>x</b> ");
  CHECK(without_spare_space("") == "");
}

TEST_CASE("what stands in pre, textarea, script and style stays") {
  for (const char* html :
       {"<pre>\n  a\n   b </pre>", "<textarea>\n x  y</textarea>", "<script>\n  a( 1 )\n</script>",
        "<style>\n p  { }\n</style>", "<PRE>  x  </pre>"})
    CHECK(without_spare_space(html) == html);
}

TEST_CASE("attributes and comments stay as they were written") {
  const char* attribute = "<a title=\"a  >  b\"   href='x  y'>z</a>";
  CHECK(without_spare_space(attribute) == attribute);
  CHECK(without_spare_space("<!--  a\n\n b  -->") == "<!--  a\n\n b  -->");
}

TEST_CASE("HTML that breaks off is kept to its end") {
  for (const char* html : {"<", "<p", "<a href=\"x", "<!--", "<pre>", "</", "a <"})
    CHECK(without_spare_space(html) == html);
}

TEST_CASE("the lines of a Markdown parser are joined after blocks, but not around code") {
  std::string html = "<ul>\n<li>a\nb</li>\n</ul>\n<p>c<br />\nd</p>\n";
  join_block_lines(html);
  CHECK(html == "<ul><li>a\nb</li></ul><p>c<br />\nd</p>");
  std::string code = "<pre><code>a\n</code></pre>\n<p>b</p>\n";
  join_block_lines(code);
  CHECK(code == "<pre><code>a\n</code></pre><p>b</p>");
}
