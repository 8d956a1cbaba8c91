// Files written into a page instead of beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file_tree.h"

namespace unclench::render {

// By the end of its name; "application/octet-stream" when that says nothing.
std::string media_type(std::string_view path);

// The file as an address, valid in every attribute, srcset too. Pictures in SVG stay text, which
// compresses well; everything else is base64.
std::string data_uri(std::string_view path, std::string_view bytes);

// A stylesheet with the files that its url() names inside it, ready to stand in <style>. `path` is
// its own path in the site, `base` what the site's absolute addresses begin with.
std::string inlined_style(std::string_view css, std::string_view path, const FileTree& site,
                          std::string_view base);

// Code that means the same and ready to stand in <script>: nothing in it ends the element early.
std::string inlined_script(std::string_view code);

// JSON likewise, by its own escapes.
std::string inlined_json(std::string_view json);

// The Content-Security-Policy, as an element, of a page that holds one stylesheet and these
// scripts, by their hashes. With `runs_core` it may compile WebAssembly.
std::string policy_for(const std::string& style, const std::vector<std::string>& scripts,
                       bool runs_core);

}  // namespace unclench::render
