#include "render/inlining.h"

#include <doctest/doctest.h>

using namespace unclench;

TEST_CASE("types of files go by their endings") {
  CHECK(render::media_type("a/b.svg") == "image/svg+xml");
  CHECK(render::media_type("core.wasm") == "application/wasm");
  CHECK(render::media_type("README") == "application/octet-stream");
  CHECK(render::media_type("svg") == "application/octet-stream");
}

TEST_CASE("pictures become addresses: SVG as text, the rest in base64") {
  CHECK(render::data_uri("a.svg", "<svg id=\"x\">#&</svg>") ==
        "data:image/svg+xml,%3Csvg%20id=%22x%22%3E%23%26%3C/svg%3E");
  CHECK(render::data_uri("a.svg", "é") == "data:image/svg+xml,%C3%A9");
  CHECK(render::data_uri("a.png", "\x89PNG") == "data:image/png;base64,iVBORw==");
}

TEST_CASE("files that a stylesheet names come into it") {
  const FileTree site = {{"assets/a.png", "A"}, {"fonts/f.woff2", "F"}};
  const auto style = [&](const std::string& css) {
    return render::inlined_style(css, "assets/theme.css", site, "/base/");
  };
  CHECK(style("a{b:url(a.png)}") == "a{b:url(\"data:image/png;base64,QQ==\")}");
  CHECK(style("a{b:url('../fonts/f.woff2#x') c}") == "a{b:url(\"data:font/woff2;base64,Rg==\") c}");
  CHECK(style("a{b:url(\"/base/assets/a.png\")}") == "a{b:url(\"data:image/png;base64,QQ==\")}");
  CHECK(style("a{b:url(no.png)}c{d:url(#e)}") == "a{b:url(no.png)}c{d:url(#e)}");
  CHECK(style("a{b:url(") == "a{b:url(");
}

TEST_CASE("nothing ends the element early") {
  CHECK(render::inlined_style("a{content:'</style>'}", "", {}, "/") == "a{content:'<\\/style>'}");
  CHECK(render::inlined_script("a='</script>';b='<!--<script>'") ==
        "a='<\\/script>';b='<\\!--<script>'");
  CHECK(render::inlined_json("{\"a\":\"</script><!--\"}") ==
        "{\"a\":\"\\u003c/script>\\u003c!--\"}");
}
