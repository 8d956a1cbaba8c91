// The least that a generator has to do: reads Markdown files, drops their front matter, renders
// them with cmark in two threads and writes the bare HTML. No checks, no templates, no lists.
//
//   cmark_floor --version
//   cmark_floor FOLDER OUTPUT    FOLDER/NAME.md becomes OUTPUT/NAME/index.html
#include <cmark.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr int threads = 2;
constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_SMART;

bool read_file(const std::string& path, std::string& text) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status = {};
  if (file < 0 || fstat(file, &status) != 0) return false;
  text.resize(static_cast<std::size_t>(status.st_size));
  const ssize_t size = read(file, text.data(), text.size());
  close(file);
  return size == static_cast<ssize_t>(text.size());
}

bool write_file(const std::string& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return false;
  const ssize_t size = write(file, bytes.data(), bytes.size());
  return close(file) == 0 && size == static_cast<ssize_t>(bytes.size());
}

std::string_view without_front_matter(std::string_view text) {
  const std::size_t end = text.substr(0, 4) == "---\n" ? text.find("\n---\n", 3) : text.npos;
  return end == text.npos ? text : text.substr(end + 5);
}

bool make_page(const std::string& folder, const std::string& name, const std::string& output,
               std::string& text) {
  if (!read_file(folder + "/" + name + ".md", text)) return false;
  const std::string_view body = without_front_matter(text);
  char* html = cmark_markdown_to_html(body.data(), body.size(), options);
  const std::string page = output + "/" + name;
  const bool written = mkdir(page.c_str(), 0777) == 0 && write_file(page + "/index.html", html);
  std::free(html);
  return written;
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".md") names.push_back(entry.path().stem().string());
  return names;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
    std::printf("cmark %s, %d threads\n", cmark_version_string(), threads);
    return 0;
  }
  if (argc != 3) {
    std::fprintf(stderr, "usage: cmark_floor FOLDER OUTPUT\n");
    return 2;
  }
  const std::string folder = argv[1], output = argv[2];
  const std::vector<std::string> names = names_in(folder);
  std::error_code error;
  std::filesystem::create_directories(output, error);
  std::atomic<std::size_t> next{0};
  std::atomic<bool> sound{!names.empty()};
  const auto work = [&] {
    std::string text;
    for (std::size_t i = next++; i < names.size() && sound; i = next++)
      if (!make_page(folder, names[i], output, text)) sound = false;
  };
  std::vector<std::thread> workers;
  for (int i = 1; i < threads; ++i) workers.emplace_back(work);
  work();
  for (std::thread& worker : workers) worker.join();
  if (!sound) std::fprintf(stderr, "error: cannot read %s or write %s\n", argv[1], argv[2]);
  return sound ? 0 : 1;
}
