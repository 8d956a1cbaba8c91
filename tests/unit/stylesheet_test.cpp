#include "render/stylesheet.h"

#include <doctest/doctest.h>

#include <string>

#include "core/random.h"

using unclench::render::compact_stylesheet;
using unclench::test::Random;

namespace {

void stays(const std::string& css) {
  CAPTURE(css);
  CHECK(compact_stylesheet(css) == css);
}

}  // namespace

TEST_CASE("comments, spare white space and last semicolons go") {
  CHECK(
      compact_stylesheet("/* a */\np ,\n q {\n  margin : 0  1px ;\n\n  color: red;\n}\n/* b */") ==
      "p,q{margin:0 1px;color:red}");
  CHECK(compact_stylesheet("@media (a: b) and (c) {\n  p { x: y; }\n  q { }\n}\n") ==
        "@media (a: b) and (c){p{x:y}q{}}");
  CHECK(compact_stylesheet("@layer a, b;\n@layer a { p { x: y } }") ==
        "@layer a,b;@layer a{p{x:y}}");
  CHECK(compact_stylesheet("a{b:c;;}/*# sourceMappingURL=a.map */") == "a{b:c}");
  CHECK(compact_stylesheet("a\r\n{\r\n\tb: c;\f}") == "a{b:c}");
  CHECK(compact_stylesheet(" \n/* */ ") == "");
  CHECK(compact_stylesheet("") == "");
}

TEST_CASE("white space that says something stays") {
  CHECK(compact_stylesheet("a  :hover , a > b ~ c + d { x: y }") == "a :hover,a>b~c + d{x:y}");
  CHECK(compact_stylesheet("a { & b { x: y } &:is(c > d, e) f { x: y } > g { x: y } }") ==
        "a{& b{x:y}&:is(c>d,e) f{x:y}>g{x:y}}");
  CHECK(compact_stylesheet("a:is( b ):nth-child( 2n + 1 of c ) { x: y }") ==
        "a:is( b ):nth-child( 2n + 1 of c ){x:y}");
  CHECK(compact_stylesheet("a { width: calc( 1px + (2px - 3px) * -4 ) }") ==
        "a{width:calc( 1px + (2px - 3px) * -4 )}");
  CHECK(compact_stylesheet("@media not all and (a >  b) { p { x: 0 .5em, 1 -2px !important } }") ==
        "@media not all and (a > b){p{x:0 .5em,1 -2px !important}}");
  CHECK(compact_stylesheet("@supports selector(a: hover) { a { b: c } }") ==
        "@supports selector(a: hover){a{b:c}}");
}

TEST_CASE("a comment still keeps apart what stands on its sides") {
  CHECK(compact_stylesheet("a/* */b { margin: 1/* */px/**/, 2px }") ==
        "a/**/b{margin:1/**/px,2px}");
  CHECK(compact_stylesheet("a /* */ b/* */ c { d/* */:/* */e }") == "a b c{d:e}");
}

TEST_CASE("strings keep every byte, attributes their gaps") {
  stays("a[b=\" /* ; } \\\" \"]{c:'  \\'{  ' \"\\\n\"}");
  CHECK(compact_stylesheet("a[ b  ~  =  c ] { d: e }") == "a[ b ~ = c ]{d:e}");
}

TEST_CASE("addresses without quotes are read to their bracket") {
  stays("a{b:url( data:x;y,/*{}*/// )}");
  stays("a{b:URL(//c.example/*.png);d:e}");
  CHECK(compact_stylesheet("a { b: url( 'c  d' ) , my-url( e , f ) }") ==
        "a{b:url( 'c  d' ),my-url( e,f )}");
}

TEST_CASE("the value of a custom property is nobody's business") {
  stays("a{--b:  { c : d ; e } ;--f: /* g */ , > ~;--h:}");
  CHECK(compact_stylesheet("a { --b: ; --c : d ; }") == "a{--b: ;--c: d }");
  CHECK(compact_stylesheet("a { --b:hover { c: d }; e: f }") == "a{--b:hover { c: d };e:f}");
}

TEST_CASE("an escape keeps the white space that belongs to it") {
  CHECK(compact_stylesheet(".\\31  b, .\\31 b , .c\\: > .\\  { d: \\e  ; }") ==
        ".\\31  b,.\\31 b,.c\\:>.\\ {d:\\e }");
  CHECK(compact_stylesheet(".\\000031  b { c: d }") == ".\\000031  b{c:d}");
  CHECK(compact_stylesheet(".\\0000312 b { c: d }") == ".\\0000312 b{c:d}");
}

TEST_CASE("a comment with an exclamation mark stays") {
  CHECK(compact_stylesheet("/*! (c)  A */\n a { b: c; /*! d */ e: f;\n /*! g */ }") ==
        "/*! (c)  A */a{b:c;/*! d */e:f;/*! g */}");
}

TEST_CASE("a stylesheet that is not sound comes back unchanged") {
  for (const char* css : {"a { b: c ",
                          "a { b: c } }",
                          "} a { b: c }",
                          "a { b: \"c ; } d { e: f }",
                          "a { b: 'c\n' } d { e: f }",
                          "a { b: c } /* d",
                          "a { b: (c ] }",
                          "a { b: c ) }",
                          "a { b: (c ; d) }",
                          "a { b: (c } d: e) }",
                          "a ( { b: c }",
                          "a ; b { c: d }",
                          "a { b: c } d",
                          "@layer a , b",
                          "a { b: url(c d\" ) }",
                          "a { b: url( c",
                          "a { b: \\75rl( c ) }",
                          "a { b: \\\nc }",
                          "@media a { ; b { c: d } }",
                          " @charset \"x\" ; a { b: c }",
                          "<!-- a { b: c } -->",
                          "\xef\xbb\xbf a { b: c }",
                          "a { --b: ( } ",
                          "a { --b: c",
                          "\\",
                          "a { \\"})
    stays(css);
  stays(std::string("a { b: \0 c }", 12));
}

TEST_CASE("whatever is read, it ends, and a second time changes nothing") {
  const std::string signs = "ab-u rl1.:;,{}()[]>~+*/\\\"'!@# \n";
  Random random(7);
  int shortened = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string css;
    for (int length = random.between(1, 24); length > 0; --length)
      css += signs[static_cast<std::size_t>(random.below(static_cast<int>(signs.size())))];
    css = "a {" + css + "}";
    CAPTURE(css);
    const std::string once = compact_stylesheet(css);
    REQUIRE(compact_stylesheet(once) == once);
    REQUIRE(once.size() <= css.size());
    shortened += once.size() < css.size();
  }
  CHECK(shortened > 1000);
}
