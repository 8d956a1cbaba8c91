#include "render/theme_styles.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"
#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;

namespace {

using Styles = std::map<std::string, std::string>;

// Of stylesheets without problems.
Styles styles(const FileTree& files, const std::map<std::string, std::string>& renamed = {}) {
  Diagnostics diagnostics;
  Styles joined = render::theme_styles(files, renamed, "site/theme", diagnostics);
  CHECK(diagnostics.empty());
  return joined;
}

std::string problems(const FileTree& files,
                     const std::map<std::string, std::string>& renamed = {}) {
  Diagnostics diagnostics;
  render::theme_styles(files, renamed, "site/theme", diagnostics);
  return format_diagnostics(diagnostics, DiagnosticFormat::text, false);
}

}  // namespace

TEST_CASE("an imported stylesheet stands in the place of its import") {
  CHECK(styles({{"a.css", "/* a */ @import \"b.css\";\n@import 'c.css' ;\np { x: y }"},
                {"b.css", "q { x: y }"},
                {"c.css", "@import url( d.css );@import url(\"e.css\"); r { x: y }"},
                {"d.css", "s{x:y}"},
                {"e.css", "t{x:y}"},
                {"f.css", "u{x:y}"}}) ==
        Styles{{"a.css", "q{x:y}s{x:y}t{x:y}r{x:y}p{x:y}"}, {"f.css", "u{x:y}"}});
}

TEST_CASE("layers may be named before imports, and nothing else") {
  CHECK(styles({{"a.css", "@layer x, y;\n@import \"b.css\";\n@layer x { p { x: y } }"},
                {"b.css", "@layer y { q { x: y } }"}}) ==
        Styles{{"a.css", "@layer x,y;@layer y{q{x:y}}@layer x{p{x:y}}"}});
  CHECK(problems({{"a.css", "p{x:y}@import \"b.css\";"}, {"b.css", "q{x:y}"}}) ==
        R"(site/theme/a.css:1:7: error: an import stands before all rules [bad-import]
  p{x:y}@import "b.css";
        ^~~~~~~
  help: move it to the beginning of the file
1 error
)");
}

TEST_CASE("names are seen from the folder of the file that they stand in") {
  CHECK(
      styles({{"a.css", "@import \"parts/b.css\";a{b:url(one.svg)}"},
              {"parts/b.css", "@import \"c.css\";@import \"../d.css\";b{b:url(\"../one.svg#x\")}"},
              {"parts/c.css", "c{b:url(two.svg)url(../../static/other.svg)}"},
              {"d.css", "d{b:url(parts/two.svg)}"},
              {"more/e.css", "e{b:url(../parts/two.svg)}"}},
             {{"one.svg", "one-1.svg"},
              {"parts/two.svg", "parts/two-2.svg"},
              {"../static/other.svg", "../other.svg"}}) ==
      Styles{{"a.css",
              "c{b:url(parts/two-2.svg)url(../other.svg)}d{b:url(parts/two-2.svg)}"
              "b{b:url(\"one-1.svg#x\")}a{b:url(one-1.svg)}"},
             {"more/e.css", "e{b:url(../parts/two-2.svg)}"}});
}

TEST_CASE("two stylesheets may import the same file") {
  CHECK(styles({{"a.css", "@import \"c.css\";"},
                {"b.css", "@import \"c.css\";"},
                {"c.css", "p{x:y}"}}) == Styles{{"a.css", "p{x:y}"}, {"b.css", "p{x:y}"}});
}

TEST_CASE("every import that cannot be made is reported where it stands") {
  CHECK(
      problems({{"a.css",
                 "@import \"buttns.css\";\n"
                 "@import \"https://fonts.example/x.css\";\n"
                 "@import url(buttons.css) print;\n"
                 "@import buttons.css;\n"
                 "@import \"buttons.css\";\n"
                 "@import \"buttons.css\";\n"},
                {"buttons.css", "b{x:y}"}}) ==
      R"(site/theme/a.css:1:10: error: there is no stylesheet 'buttns.css' in site/theme [bad-import]
  @import "buttns.css";
           ^~~~~~~~~~
  help: did you mean 'buttons.css'?
site/theme/a.css:2:10: error: only files of the theme can be imported [bad-import]
  @import "https://fonts.example/x.css";
           ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: put the file into site/theme and name it from here
site/theme/a.css:3:13: error: an import cannot have conditions [bad-import]
  @import url(buttons.css) print;
              ^~~~~~~~~~~
  help: put the condition around the rules of the file itself
site/theme/a.css:4:1: error: this import names no file [bad-import]
  @import buttons.css;
  ^~~~~~~
  help: write `@import "NAME.css";`
site/theme/a.css:6:10: error: 'buttons.css' is imported twice into a.css [bad-import]
  @import "buttons.css";
           ^~~~~~~~~~~
  help: leave one of the imports out
5 errors
)");
}

TEST_CASE("an import in a circle is reported in every file of the circle") {
  CHECK(problems({{"a.css", "@import \"b.css\";"}, {"b.css", "@import \"a.css\";"}}) ==
        R"(site/theme/a.css:1:10: error: this stylesheet ends up in itself [bad-import]
  @import "b.css";
           ^~~~~
site/theme/b.css:1:10: error: this stylesheet ends up in itself [bad-import]
  @import "a.css";
           ^~~~~
2 errors
)");
}

TEST_CASE("an import that breaks off is reported") {
  for (const char* css :
       {"@import", "@import \"", "@import \"b.css", "@import url(", "@import ;"}) {
    CAPTURE(css);
    CHECK(!problems({{"a.css", css}, {"b.css", ""}}).empty());
  }
}

TEST_CASE("an address that leads to no file is reported where it stands, and once") {
  CHECK(
      problems({{"a.css", "@import \"parts/b.css\";\np { b: URL( 'icno.svg#x' ), url(logo.png) }"},
                {"c.css", "@import \"parts/b.css\";"},
                {"parts/b.css",
                 "@font-face {\r\n  src: url(f.woff2?v=1);\r\n}\r\n"
                 "é { b: image-set(\"one.png\" type(\"image/png\")) }\r\n"
                 "p { b: url(//x.example/y), url(https://x.example/y) }"}},
               {{"icon.svg", ""}, {"fonts/f.woff2", ""}, {"../static/logo.png", ""}}) ==
      R"(site/theme/a.css:2:14: error: there is no file 'icno.svg' beside this stylesheet [dangling-url]
  p { b: URL( 'icno.svg#x' ), url(logo.png) }
               ^~~~~~~~
  help: did you mean 'icon.svg'?
site/theme/a.css:2:33: error: there is no file 'logo.png' beside this stylesheet [dangling-url]
  p { b: URL( 'icno.svg#x' ), url(logo.png) }
                                  ^~~~~~~~
  help: did you mean '../static/logo.png'?
site/theme/parts/b.css:2:12: error: there is no file 'f.woff2' beside this stylesheet [dangling-url]
    src: url(f.woff2?v=1);
             ^~~~~~~
  help: did you mean '../fonts/f.woff2'?
site/theme/parts/b.css:4:19: error: there is no file 'one.png' beside this stylesheet [dangling-url]
  é { b: image-set("one.png" type("image/png")) }
                    ^~~~~~~
site/theme/parts/b.css:5:12: error: a stylesheet names only files of its own site [dangling-url]
  p { b: url(//x.example/y), url(https://x.example/y) }
             ^~~~~~~~~~~~~
  help: put the file into site/theme and name it from here
site/theme/parts/b.css:5:32: error: a stylesheet names only files of its own site [dangling-url]
  p { b: url(//x.example/y), url(https://x.example/y) }
                                 ^~~~~~~~~~~~~~~~~~~
  help: put the file into site/theme and name it from here
6 errors
)");
}

TEST_CASE("what only looks like an address of a file is none") {
  for (const char* css :
       {"/* url(no.png) @import */a{b:c}", "a{content:\"url(no.png) @import\"}",
        "a{content:'\\'url(no.png)'}", "@namespace svg url(http://www.w3.org/2000/svg);a{b:c}",
        "a{b:url(#mark)}", "a{b:url(\"\")}", "a{b:url(DATA:image/gif;base64,R0lGODlh)}",
        "a{b:url(\"data:image/svg+xml,<svg fill='url(%23a)'/>\")}", "a{b:my-url(no.png)}",
        "a{b:image-set(url(\"data:x\") type(\"image/png\"))}", "a{b:format(\"woff2\")}"}) {
    CAPTURE(css);
    styles({{"a.css", css}});
  }
}

TEST_CASE("texts and comments that look like addresses keep their bytes") {
  CHECK(styles({{"a.css", "a{content:'url(one.svg)';b:image-set(\"one.svg\" 1x)}"}},
               {{"one.svg", "one-1.svg"}}) ==
        Styles{{"a.css", "a{content:'url(one.svg)';b:image-set(\"one-1.svg\" 1x)}"}});
}
