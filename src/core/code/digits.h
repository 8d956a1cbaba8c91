// Numbers and bytes as digits of base 64, in the alphabet of RFC 4648 that an address needs not
// escape: A-Z, a-z, 0-9, - and _.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unclench::core {

// 0 to 63; -1 when the character is no digit.
int digit_value(char c);

// As many digits as `width`, the most significant first. The number is below 64 to the `width`.
void append_number(std::string& text, std::uint32_t number, int width);

// base64 without padding.
void append_bytes(std::string& text, std::string_view bytes);

inline constexpr int digit_bits = 6;

constexpr std::size_t digits_for(std::size_t bytes) {
  return (bytes * 8 + 5) / 6;
}

// Takes numbers and bytes from a text of digits. What is taken when the digits do not suffice is 0
// or empty, and the reader is not sound from then on.
class DigitReader {
 public:
  // Every character of the text is a digit.
  explicit DigitReader(std::string_view digits) : rest_(digits) {}

  std::uint32_t number(int width);  // at most 5 digits wide
  std::string bytes(std::size_t count);
  bool at_end() const { return rest_.empty(); }
  bool sound() const { return sound_; }

 private:
  std::string_view take(std::size_t count);

  std::string_view rest_;
  bool sound_ = true;
};

}  // namespace unclench::core
