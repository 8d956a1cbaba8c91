#include "base/encoding.h"

#include <doctest/doctest.h>

using namespace unclench;

TEST_CASE("base64 has padding and no line breaks") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64(std::string("\0\xff\x7f", 3)) == "AP9/");
  const std::string long_text = base64(std::string(300, 'x'));
  CHECK(long_text.size() == 400);
  CHECK(long_text.find('\n') == std::string::npos);
}

TEST_CASE("base64 of much is that of its parts") {
  const std::string much(7u << 20, 'y');
  const std::string text = base64(much);
  CHECK(text.size() == (much.size() + 2) / 3 * 4);
  CHECK(text.substr(0, 8) == "eXl5eXl5");
  CHECK(text.substr(4u << 20, 8) == "eXl5eXl5");
  CHECK(text.find('=') == text.size() - 2);
}

TEST_CASE("SHA-256 as the standards give it") {
  CHECK(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("gzip makes repetition small") {
  CHECK(gzip_size("") == 20);
  CHECK(gzip_size(std::string(100000, 'z')) < 200);
}
