#include "core/code/digits.h"

namespace unclench::core {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::uint32_t value_of(char digit) {
  return static_cast<std::uint32_t>(digit_value(digit));
}

}  // namespace

int digit_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '-' ? 62 : c == '_' ? 63 : -1;
}

void append_number(std::string& text, std::uint32_t number, int width) {
  for (int place = width - 1; place >= 0; --place) text += alphabet[number >> 6 * place & 63];
}

void append_bytes(std::string& text, std::string_view bytes) {
  std::uint32_t waiting = 0;
  int bits = 0;
  for (char byte : bytes) {
    waiting = waiting << 8 | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet[waiting >> (bits - 6) & 63];
  }
  if (bits > 0) text += alphabet[waiting << (6 - bits) & 63];
}

std::uint32_t DigitReader::number(int width) {
  std::uint32_t number = 0;
  for (char digit : take(static_cast<std::size_t>(width))) number = number << 6 | value_of(digit);
  return number;
}

std::string DigitReader::bytes(std::size_t count) {
  std::string bytes;
  std::uint32_t waiting = 0;
  int bits = 0;
  for (char digit : take(digits_for(count))) {
    waiting = waiting << 6 | value_of(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(waiting >> bits & 255);
  }
  // Bits that nobody reads would let two texts mean the same.
  if ((waiting & ((1u << bits) - 1)) != 0) sound_ = false;
  return bytes;
}

std::string_view DigitReader::take(std::size_t count) {
  if (count > rest_.size()) {
    sound_ = false;
    rest_ = {};
    return {};
  }
  const std::string_view taken = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return taken;
}

}  // namespace unclench::core
