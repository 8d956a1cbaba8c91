// Which file of the site an address means.
#pragma once

#include <string>

#include "base/file_tree.h"

namespace unclench::serve {

struct Found {
  enum class Kind {
    file,     // `path` is in the tree
    folder,   // the address lacks the slash at its end
    missing,  // below the site, but there is nothing
    outside   // not below the site
  };
  Kind kind = Kind::missing;
  std::string path;
};

// `base` is the path of the site, with a slash at both ends; `address` is the path that was asked
// for. Both are decoded. Folders answer with their index.html, and x.html also answers to x.
Found find_file(const FileTree& files, const std::string& base, const std::string& address);

}  // namespace unclench::serve
