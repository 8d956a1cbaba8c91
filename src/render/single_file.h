// A whole site as one HTML file that needs no server and no network.
#pragma once

#include <string>
#include <string_view>

#include "base/file_tree.h"

namespace unclench::render {

// What only this edition has: the script that shows the page that the address names, and the style
// that does so without scripts.
struct SingleFileParts {
  std::string script, style;
};

// The finished site as one file; `base` is the path that it was rendered for. Empty when the home
// page has no <head> or no <main>.
//
// Every page with a <main> becomes an <article class="page"> whose id is its address,
// "/exercises/bridge/", in the home page's head, header and footer; home is the first. The page for
// unknown addresses is the last, and hidden. Pages that lead on at once are left away.
// - Links between pages become "#/exercises/bridge/". A section's id and links to it get the page's
//   address in front, "#/exercises/bridge/steps", so that no two pages' ids clash; but pages with
//   scripts of their own keep their ids, by which their scripts find the elements. A state in a
//   link's fragment stands behind a question mark: "#/builder/?stage=sore".
// - Pictures and other files become data: addresses, stylesheets and scripts part of the page.
//   A file that a data- attribute names becomes a <script> that is not run, with the file's path as
//   its id, "/catalogue.json", and the attribute "#/catalogue.json". What is not text is in base64.
//   Addresses inside JSON change as those in links.
// - A Content-Security-Policy allows these scripts and styles by their hashes, and no request.
std::string single_file(const FileTree& site, const std::string& base,
                        const SingleFileParts& parts);

}  // namespace unclench::render
