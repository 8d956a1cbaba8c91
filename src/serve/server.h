// The authors' server: builds, serves on this machine only, rebuilds and reloads on every change.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_tree.h"

namespace unclench::serve {

struct ServerOptions {
  int port = 8080;                   // the first one tried
  std::string path = "/";            // where the site stands on the server
  std::vector<std::string> folders;  // to be watched
};

// Builds the site for the address into the tree; false when it has errors, which were then printed.
using Rebuild = std::function<bool(const std::string& address, FileTree& files)>;

// Serves until it is told to end. Returns the exit code.
int run(const ServerOptions& options, const Rebuild& rebuild);

}  // namespace unclench::serve
