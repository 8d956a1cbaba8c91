#include "base/image_size.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/letters.h"

namespace unclench {
namespace {

constexpr std::array<std::string_view, 7> endings = {".png",  ".jpg",  ".jpeg", ".gif",
                                                     ".webp", ".avif", ".svg"};

bool ends(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  for (std::size_t i = 0; i < ending.size(); ++i) {
    if (lower_ascii(name[name.size() - ending.size() + i]) != ending[i]) return false;
  }
  return true;
}

// Whole numbers of `count` bytes; 0 past the end.
int big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  if (at + count > bytes.size()) return 0;
  unsigned value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return static_cast<int>(value & 0x7fffffff);
}

int little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  if (at + count > bytes.size()) return 0;
  unsigned value = 0;
  for (std::size_t i = count; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return static_cast<int>(value & 0x7fffffff);
}

std::optional<ImageSize> sized(int width, int height) {
  if (width <= 0 || height <= 0) return std::nullopt;
  return ImageSize{width, height};
}

std::optional<ImageSize> size_of_png(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(0, 8) != "\x89PNG\r\n\x1a\n" ||
      bytes.substr(12, 4) != "IHDR")
    return std::nullopt;
  return sized(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
}

std::optional<ImageSize> size_of_gif(std::string_view bytes) {
  if (bytes.substr(0, 6) != "GIF87a" && bytes.substr(0, 6) != "GIF89a") return std::nullopt;
  return sized(little_endian(bytes, 6, 2), little_endian(bytes, 8, 2));
}

// Goes from marker to marker up to a frame header (SOF0 to SOF15, but for DHT, JPG and DAC).
std::optional<ImageSize> size_of_jpeg(std::string_view bytes) {
  if (bytes.substr(0, 2) != "\xff\xd8") return std::nullopt;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (bytes[at] != '\xff') return std::nullopt;
    const int marker = big_endian(bytes, at + 1, 1);
    if (marker == 0xff) {
      ++at;
      continue;
    }
    const bool frame =
        marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    if (frame) return sized(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
    const int length = big_endian(bytes, at + 2, 2);
    if (length < 2) return std::nullopt;
    at += 2 + static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

std::optional<ImageSize> size_of_webp(std::string_view bytes) {
  if (bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WEBP") return std::nullopt;
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X" && bytes.size() >= 30)
    return sized(little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1);
  if (kind == "VP8 ")
    return sized(little_endian(bytes, 26, 2) & 0x3fff, little_endian(bytes, 28, 2) & 0x3fff);
  if (kind != "VP8L" || bytes.size() < 25) return std::nullopt;
  const int bits = little_endian(bytes, 21, 4);
  return sized((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
}

// The first "image spatial extents" property.
std::optional<ImageSize> size_of_avif(std::string_view bytes) {
  if (bytes.substr(4, 4) != "ftyp") return std::nullopt;
  const std::size_t extents = bytes.substr(0, 65536).find("ispe");
  if (extents == std::string_view::npos) return std::nullopt;
  return sized(big_endian(bytes, extents + 8, 4), big_endian(bytes, extents + 12, 4));
}

// The value of an attribute of the root element.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t equals = at + name.size();
    const bool whole = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' || tag[at - 1] == '\t');
    if (!whole || equals + 1 >= tag.size() || tag[equals] != '=') continue;
    const char quote = tag[equals + 1];
    const std::size_t end = tag.find(quote, equals + 2);
    if (end != std::string_view::npos) return tag.substr(equals + 2, end - equals - 2);
  }
  return {};
}

// Pixels of a length like "120", "120px" or "3cm", as CSS counts them; 0 for percentages and units
// that depend on a font.
double pixels(std::string_view text) {
  struct Unit {
    std::string_view name;
    double pixels;
  };
  constexpr Unit units[] = {{"", 1},           {"px", 1},         {"in", 96},
                            {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"q", 96 / 101.6},
                            {"pt", 96.0 / 72}, {"pc", 16}};
  const std::string length(text);
  char* end = nullptr;
  const double value = std::strtod(length.c_str(), &end);
  std::string unit = lower_ascii(std::string(end));
  while (!unit.empty() && unit.back() == ' ') unit.pop_back();
  for (const Unit& known : units)
    if (end != length.c_str() && unit == known.name && value > 0) return value * known.pixels;
  return 0;
}

std::optional<ImageSize> whole_size(double width, double height) {
  constexpr double largest = 100000;
  if (!(width > 0 && width < largest && height > 0 && height < largest)) return ImageSize{};
  return ImageSize{std::max(1, static_cast<int>(std::lround(width))),
                   std::max(1, static_cast<int>(std::lround(height)))};
}

std::optional<ImageSize> size_of_svg(std::string_view bytes) {
  const std::size_t start = bytes.find("<svg");
  if (start == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(start, bytes.find('>', start) - start);
  const double width = pixels(attribute(tag, "width")), height = pixels(attribute(tag, "height"));
  if (width > 0 && height > 0) return whole_size(width, height);
  std::string box(attribute(tag, "viewBox"));
  for (char& c : box)
    if (c == ',') c = ' ';
  double numbers[4] = {};
  const char* at = box.c_str();
  for (double& number : numbers) {
    char* end = nullptr;
    number = std::strtod(at, &end);
    if (end == at) return ImageSize{};
    at = end;
  }
  if (!(numbers[2] > 0 && numbers[3] > 0)) return ImageSize{};
  // One length alone gives the other by the shape of the box.
  if (width > 0) return whole_size(width, width * numbers[3] / numbers[2]);
  if (height > 0) return whole_size(height * numbers[2] / numbers[3], height);
  return whole_size(numbers[2], numbers[3]);
}

}  // namespace

bool is_image_name(std::string_view name) {
  for (std::string_view ending : endings)
    if (ends(name, ending)) return true;
  return false;
}

std::optional<ImageSize> image_size(std::string_view name, std::string_view bytes) {
  if (ends(name, ".png")) return size_of_png(bytes);
  if (ends(name, ".gif")) return size_of_gif(bytes);
  if (ends(name, ".jpg") || ends(name, ".jpeg")) return size_of_jpeg(bytes);
  if (bytes.size() >= 16 && ends(name, ".webp")) return size_of_webp(bytes);
  if (bytes.size() >= 16 && ends(name, ".avif")) return size_of_avif(bytes);
  if (ends(name, ".svg")) return size_of_svg(bytes);
  return std::nullopt;
}

}  // namespace unclench
