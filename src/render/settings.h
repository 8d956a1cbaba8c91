// The settings of an edition: site.yaml and the address it is published at.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_tree.h"

namespace unclench::render {

struct Settings {
  std::string title;
  std::string tagline;
  std::string description;
  std::string language;                // of the texts, as in HTML: "en-GB"
  std::vector<std::string> languages;  // that it is translated into
  std::string author;
  std::string repository;  // where the edition is edited; may be empty
  std::string base_url;    // absolute, ends in a slash; empty when it is not valid
  std::vector<std::string> emergency_numbers;
  bool evidence = true;          // there is a page of all claims
  int review_after_months = 24;  // then a review is old
  bool raw_html = false;
  bool smart = true;
};

Settings read_settings(const FileTree& site, const std::string& root, Diagnostics& diagnostics);

// "https://host/sub/path/" from what a person wrote, with the closing slash added.
// An error in words when it is not an absolute http(s) address.
struct BaseUrl {
  std::string url;
  std::string error;
};
BaseUrl parse_base_url(const std::string& text);

// The path of an absolute address: "/sub/path/".
std::string path_of_url(const std::string& base_url);

}  // namespace unclench::render
