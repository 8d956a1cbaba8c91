// How a file is answered over HTTP: whole, in part, compressed, or not at all because the browser
// has it already. Knows nothing of sockets.
#pragma once

#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "base/file_tree.h"

namespace unclench::serve {

using Body = FileTree::mapped_type;

// The header fields of a request that matter here; empty when they were not sent.
struct Asked {
  std::string accept_encoding, if_none_match, if_modified_since, range, if_range;
};

struct Answer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;  // with Content-Length
  Body body;                                                 // empty when the status says so
};

struct File {
  std::string path;
  Body bytes;
  std::time_t modified = 0;
};

// For authors: never stored by the browser, so that it cannot show what is no longer there.
Answer answer_fresh(const File& file, const Asked& asked);

// As GitHub Pages answers.
Answer answer_like_pages(const File& file, const Asked& asked);

// The site's page for what was not found, as GitHub Pages answers with it.
Answer not_found_like_pages(const File& file, const Asked& asked);

// To the address with a slash at its end; the Location is for the caller to add.
Answer moved_fresh();
Answer moved_like_pages();

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::time_t time);

// One header field of Accept-Encoding: does it name gzip, and not to forbid it?
bool accepts_gzip(const std::string& accept_encoding);

std::string gzip(const std::string& bytes);

}  // namespace unclench::serve
