// What a file is, told by its name, as GitHub Pages tells it.
#pragma once

#include <string>

namespace unclench::serve {

// The Content-Type; "application/octet-stream" when the name says nothing.
std::string content_type(const std::string& path);

// True for types that are sent compressed.
bool is_compressible(const std::string& type);

bool is_page(const std::string& path);
bool is_stylesheet(const std::string& path);

// The path without the hash of the content in its last part: "a/theme.css" for
// "a/theme-0123456789abcdef.css". Any other path comes back as it is.
std::string without_hash(const std::string& path);

// A page whose addresses of stylesheets have lost their hashes: the same for two pages that differ
// in nothing but the content of their stylesheets.
std::string without_style_hashes(const std::string& html);

}  // namespace unclench::serve
