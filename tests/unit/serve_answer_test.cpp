#include <doctest/doctest.h>

#include "serve/answer.h"
#include "serve/content_type.h"

using namespace unclench::serve;

namespace {

const File home{"index.html", "<p>A home page that is long enough to be cut.</p>", 784111777};

std::string header(const Answer& answer, const std::string& name) {
  for (const auto& [key, value] : answer.headers)
    if (key == name) return value;
  return "";
}

std::string body(const Answer& answer) {
  return answer.body;
}

Answer part_of_home(const std::string& range) {
  Asked asked;
  asked.range = range;
  return answer_like_pages(home, asked);
}

}  // namespace

TEST_CASE("files for authors are not stored and carry no tag") {
  const Answer answer = answer_fresh(home, {});
  CHECK(answer.status == 200);
  CHECK(header(answer, "Cache-Control") == "no-store");
  CHECK(header(answer, "ETag") == "");
  CHECK(header(answer, "Content-Length") == std::to_string(body(answer).size()));
}

TEST_CASE("like Pages, a file has a tag, a date and ten minutes") {
  const Answer answer = answer_like_pages(home, {});
  CHECK(header(answer, "Cache-Control") == "max-age=600");
  CHECK(header(answer, "Last-Modified") == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(header(answer, "Access-Control-Allow-Origin") == "*");
  CHECK(header(answer, "Vary") == "Accept-Encoding");
  CHECK(header(answer, "ETag").size() == 18);
}

TEST_CASE("what the browser has is not sent again") {
  const std::string tag = header(answer_like_pages(home, {}), "ETag");
  Asked asked;
  for (const std::string& known : {tag, "W/" + tag, "\"a\", " + tag, std::string("*")}) {
    asked.if_none_match = known;
    CHECK(answer_like_pages(home, asked).status == 304);
  }
  asked.if_none_match = "\"a\"";
  asked.if_modified_since = "Sun, 06 Nov 1994 08:49:37 GMT";
  CHECK(answer_like_pages(home, asked).status == 200);
  asked.if_none_match = "";
  CHECK(answer_like_pages(home, asked).status == 304);
  asked.if_modified_since = "Sun, 06 Nov 1994 08:49:36 GMT";
  CHECK(answer_like_pages(home, asked).status == 200);
  asked.if_modified_since = "yesterday";
  CHECK(answer_like_pages(home, asked).status == 200);
}

TEST_CASE("only compressible types are compressed, only for those who accept it, with a weak tag") {
  Asked asked;
  asked.accept_encoding = "br, gzip";
  const Answer compressed = answer_like_pages(home, asked);
  CHECK(header(compressed, "Content-Encoding") == "gzip");
  CHECK(header(compressed, "ETag").substr(0, 3) == "W/\"");
  CHECK(body(compressed).substr(0, 2) == "\x1f\x8b");
  const File image{"a.png", "not really an image", 0};
  CHECK(header(answer_like_pages(image, asked), "Content-Encoding") == "");
  CHECK(accepts_gzip("gzip"));
  CHECK(accepts_gzip("deflate, gzip;q=0.5"));
  CHECK(accepts_gzip("*"));
  CHECK_FALSE(accepts_gzip(""));
  CHECK_FALSE(accepts_gzip("br"));
  CHECK_FALSE(accepts_gzip("gzip;q=0, br"));
  CHECK_FALSE(accepts_gzip("gzip;q=0.0"));
}

TEST_CASE("one range is answered with a part, anything else with the whole") {
  const std::string whole = home.bytes;
  CHECK(part_of_home("bytes=3-5").status == 206);
  CHECK(body(part_of_home("bytes=3-5")) == whole.substr(3, 3));
  CHECK(header(part_of_home("bytes=3-5"), "Content-Range") ==
        "bytes 3-5/" + std::to_string(whole.size()));
  CHECK(body(part_of_home("bytes=3-")) == whole.substr(3));
  CHECK(body(part_of_home("bytes=-4")) == "</p>");
  CHECK(body(part_of_home("bytes=-9999")) == whole);
  CHECK(body(part_of_home("bytes=3-9999")) == whole.substr(3));
  CHECK(part_of_home("bytes=9999-").status == 416);
  CHECK(part_of_home("bytes=-0").status == 416);
  for (const char* range : {"bytes=5-3", "bytes=a-b", "bytes=-", "bytes=", "lines=1-2",
                            "bytes=1-2,4-5", "bytes=99999999999999999999999-"})
    CHECK(part_of_home(range).status == 200);
}

TEST_CASE("a range is cut only from the version that was asked for") {
  Asked asked;
  asked.range = "bytes=0-1";
  asked.if_range = "\"other\"";
  CHECK(answer_like_pages(home, asked).status == 200);
  asked.if_range = header(answer_like_pages(home, {}), "ETag");
  CHECK(answer_like_pages(home, asked).status == 206);
}

TEST_CASE("what was not found is not kept") {
  const Answer answer = not_found_like_pages(home, {});
  CHECK(answer.status == 404);
  CHECK(header(answer, "Cache-Control") == "");
}

TEST_CASE("types are told by the extension") {
  CHECK(content_type("a/b.html") == "text/html; charset=utf-8");
  CHECK(content_type("core.wasm") == "application/wasm");
  CHECK(content_type("a.b/c") == "application/octet-stream");
  CHECK(is_compressible("application/wasm"));
  CHECK_FALSE(is_compressible("image/png"));
}

TEST_CASE("a hash in a name is told from other digits") {
  CHECK(without_hash("assets/theme-0123456789abcdef.css") == "assets/theme.css");
  CHECK(without_hash("assets/theme.01234567.css") == "assets/theme.css");
  CHECK(without_hash("posts/review-2024.html") == "posts/review-2024.html");
  CHECK(without_hash("0123456789abcdef.css") == "0123456789abcdef.css");
  CHECK(without_hash("a-0123456789abcdef/file") == "a-0123456789abcdef/file");
  CHECK(without_hash("") == "");
}

TEST_CASE("pages that differ only in the hashes of stylesheets are the same without them") {
  const auto page = [](const std::string& css, const std::string& js) {
    return "<link href=\"/a-" + css + ".css\"><script src=\"/b-" + js + ".js\"></script>";
  };
  CHECK(without_style_hashes(page("00000000", "11111111")) ==
        "<link href=\"/a.css\"><script src=\"/b-11111111.js\"></script>");
  CHECK(without_style_hashes(page("00000000", "1111111a")) !=
        without_style_hashes(page("00000000", "1111111b")));
  CHECK(without_style_hashes(".css.css-12345678.css") == ".css.css.css");
}
