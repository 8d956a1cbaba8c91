// Encodings and digests, from libraries that are kept by others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unclench {

// With padding, without line breaks.
std::string base64(std::string_view bytes);

// The SHA-256 digest in base64, as Content-Security-Policy and integrity attributes write it.
std::string sha256_base64(std::string_view bytes);

// With %20 and the like for all but letters and digits of ASCII and the signs in `plain`.
std::string percent_encoded(std::string_view bytes, std::string_view plain);

// The path of a file as an address has it: %20 and the like for what may not stand in one.
std::string address_of_path(std::string_view path);

// With %C3 and the like as the bytes that they stand for.
std::string percent_decoded(std::string_view text);

// How many bytes gzip at its best level makes of these; 0 when there is no memory for it.
std::size_t gzip_size(std::string_view bytes);

}  // namespace unclench
