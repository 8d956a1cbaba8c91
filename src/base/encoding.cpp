#include "base/encoding.h"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <zlib.h>

#include <algorithm>

namespace unclench {
namespace {

const unsigned char* unsigned_bytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::string base64(std::string_view bytes) {
  // In blocks that need no padding but for the last: OpenSSL counts with int.
  constexpr std::size_t block = 3 << 20;
  std::string text;
  text.reserve(bytes.size() / 3 * 4 + 4);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(block, bytes.size()))) {
    const std::string_view part = bytes.substr(0, block);
    std::string encoded((part.size() + 2) / 3 * 4 + 1, '\0');  // it writes a closing zero
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), unsigned_bytes(part),
                    static_cast<int>(part.size()));
    encoded.pop_back();
    text += encoded;
  }
  return text;
}

std::string sha256_base64(std::string_view bytes) {
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(unsigned_bytes(bytes), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()));
  return base64(digest);
}

std::string percent_encoded(std::string_view bytes, std::string_view plain) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : bytes) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter || plain.find(c) != plain.npos) {
      text += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    text += '%';
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string address_of_path(std::string_view path) {
  return percent_encoded(path, "-._~/!$&'()*+,;=:@");
}

std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 87 : -1;
  };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    result += coded ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (coded) i += 2;
  }
  return result;
}

std::size_t gzip_size(std::string_view bytes) {
  constexpr int gzip_format = 15 + 16;  // zlib's largest window, with gzip's header
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_format, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return 0;
  std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = const_cast<Bytef*>(unsigned_bytes(bytes));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  const std::size_t size = done ? stream.total_out : 0;
  deflateEnd(&stream);
  return size;
}

}  // namespace unclench
