#include "base/image_size.h"

#include <doctest/doctest.h>

#include <string>

using namespace unclench;

namespace {

std::string bytes(std::initializer_list<int> list) {
  std::string text;
  for (int byte : list) text += static_cast<char>(byte);
  return text;
}

// "120x80", or "none".
std::string size_of(const std::string& name, const std::string& picture) {
  const auto size = image_size(name, picture);
  return size ? std::to_string(size->width) + "x" + std::to_string(size->height) : "none";
}

const std::string png = "\x89PNG\r\n\x1a\n" + bytes({0, 0, 0, 13}) + "IHDR" +
                        bytes({0, 0, 1, 44, 0, 0, 0, 200}) + bytes({8, 2, 0, 0, 0});
const std::string gif = "GIF89a" + bytes({44, 1, 200, 0});
// A JFIF header of 16 bytes, a filler byte, then the frame.
const std::string jpeg = bytes({0xff, 0xd8, 0xff, 0xe0, 0, 16}) + std::string(14, '\0') +
                         bytes({0xff, 0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3});
const std::string webp_lossy = "RIFF" + bytes({0, 0, 0, 0}) + "WEBPVP8 " +
                               bytes({0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 44, 1, 200, 0});
const std::string webp_lossless =
    "RIFF" + bytes({0, 0, 0, 0}) + "WEBPVP8L" +
    bytes({0, 0, 0, 0, 0x2f, 299 & 0xff, (299 >> 8) | ((199 & 3) << 6), 199 >> 2, 0});
const std::string webp_extended = "RIFF" + bytes({0, 0, 0, 0}) + "WEBPVP8X" +
                                  bytes({10, 0, 0, 0, 0, 0, 0, 0, 43, 1, 0, 199, 0, 0});
const std::string avif = bytes({0, 0, 0, 24}) + "ftypavif" + std::string(12, '\0') +
                         bytes({0, 0, 0, 20}) + "ispe" + bytes({0, 0, 0, 0}) +
                         bytes({0, 0, 1, 44, 0, 0, 0, 200});

}  // namespace

TEST_CASE("pictures are known by their endings, in either case") {
  for (const char* name : {"a.png", "a.jpg", "a.JPEG", "a.gif", "a.webp", "a.avif", "a.b.SVG"})
    CHECK(is_image_name(name));
  for (const char* name : {"a.txt", "png", "a.png.md", "", "a.pn"})
    CHECK_FALSE(is_image_name(name));
}

TEST_CASE("the size of a picture is read from its first bytes") {
  CHECK(size_of("a.png", png) == "300x200");
  CHECK(size_of("a.gif", gif) == "300x200");
  CHECK(size_of("a.jpg", jpeg) == "300x200");
  CHECK(size_of("a.jpeg", jpeg) == "300x200");
  CHECK(size_of("a.webp", webp_lossy) == "300x200");
  CHECK(size_of("a.webp", webp_lossless) == "300x200");
  CHECK(size_of("a.webp", webp_extended) == "300x200");
  CHECK(size_of("a.avif", avif) == "300x200");
}

TEST_CASE("a picture that breaks off is none, and nothing is read past its end") {
  for (const std::string* whole :
       {&png, &gif, &jpeg, &webp_lossy, &webp_lossless, &webp_extended, &avif})
    for (const char* name : {"a.png", "a.gif", "a.jpg", "a.webp", "a.avif", "a.svg"})
      for (std::size_t length = 0; length < whole->size(); ++length) {
        // A copy of exactly that length, so that a sanitizer sees any byte that is too many.
        const std::string part(whole->data(), length);
        const auto size = image_size(name, part);
        if (size) CHECK(length + 8 >= whole->size());
      }
  CHECK(size_of("a.png", "") == "none");
  CHECK(size_of("a.gif", "GIF89a" + bytes({0, 0, 200, 0})) == "none");
}

TEST_CASE("a picture of another format than its name says is none") {
  CHECK(size_of("a.png", gif) == "none");
  CHECK(size_of("a.gif", png) == "none");
  CHECK(size_of("a.jpg", png) == "none");
  CHECK(size_of("a.webp", png) == "none");
  CHECK(size_of("a.svg", png) == "none");
  CHECK(size_of("a.txt", png) == "none");
}

TEST_CASE("an SVG has its own size, or that of its view box, or none that is known") {
  CHECK(size_of("a.svg", "<?xml?><svg width=\"30\" height='20px'>") == "30x20");
  CHECK(size_of("a.svg", "<svg width=\"100%\" height=\"2em\" viewBox=\"0 0 40.4 30\">") == "40x30");
  CHECK(size_of("a.svg", "<svg\n viewBox=\"-5,-5,10,12\"/>") == "10x12");
  CHECK(size_of("a.svg", "<svg width=\"2.54cm\" height='1in'>") == "96x96");
  CHECK(size_of("a.svg", "<svg width=\"210mm\" height=\"72pt\">") == "794x96");
  CHECK(size_of("a.svg", "<svg width=\"6PC\" height=\"101.6Q \">") == "96x96");
  CHECK(size_of("a.svg", "<svg width=\"60\" viewBox=\"0 0 30 20\">") == "60x40");
  CHECK(size_of("a.svg", "<svg height=\"60\" viewBox=\"0 0 30 20\">") == "90x60");
  CHECK(size_of("a.svg", "<svg>") == "0x0");
  CHECK(size_of("a.svg", "<svg viewBox=\"0 0 x y\">") == "0x0");
  CHECK(size_of("a.svg", "<svg viewBox=\"0 0 -1 1e99\">") == "0x0");
  CHECK(size_of("a.svg", "<svg stroke-width=\"3\" data-width=\"9\">") == "0x0");
}
