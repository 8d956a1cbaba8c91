// Feeds files to a fuzzer's function once each: the files and folders that it is called with.
#include <cstdio>
#include <filesystem>
#include <vector>

#include "fuzz/fuzz.h"

namespace fs = std::filesystem;

namespace {

int run_file(const fs::path& path) {
  std::string bytes;
  const std::string error = unclench::read_file(path, bytes);
  if (!error.empty()) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), error.c_str());
    return 0;
  }
  // Says which file it was when the program ends in it. The copy ends where the bytes do.
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(copy.data(), copy.size());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  int files = 0;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) {
      files += run_file(argv[i]);
      continue;
    }
    for (const auto& entry : fs::directory_iterator(argv[i])) files += run_file(entry.path());
  }
  std::printf("%d files\n", files);
  return files > 0 ? 0 : 1;
}
