// Reading the files of a folder, each on its own, and remembering what was read.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "content/document.h"
#include "content/figure.h"
#include "content/model.h"
#include "content/shapes.h"
#include "content/values.h"

namespace unclench::content {

// What every file is read with. The hash changes when any of it does.
struct ReadContext {
  const Terms& terms;
  const MarkdownOptions& markdown;
  Hash hash = 0;
  bool texts = true;                 // false: only the front matter
  const Figures* figures = nullptr;  // what the figures of exercises begin with
};

// A file and what became of it.
template <typename T>
struct Remembered {
  std::string path;  // below the content folder
  Bytes bytes;
  Hash context = 0;
  std::shared_ptr<const T> value;
  Diagnostics problems;
};

// By path.
template <typename T>
using Memory = std::vector<std::shared_ptr<const Remembered<T>>>;

// The Markdown files directly in a folder, in the edition's own language, by name.
using ContentFile = FileTree::value_type;
std::vector<const ContentFile*> files_in(const FileTree& content, const std::string& folder);

// What is remembered of a file, or null. It is likely to stand where it stood.
template <typename T>
const std::shared_ptr<const Remembered<T>>* remembered(const Memory<T>& memory, std::size_t likely,
                                                       const std::string& path) {
  if (likely < memory.size() && memory[likely]->path == path) return &memory[likely];
  const auto known = std::lower_bound(
      memory.begin(), memory.end(), path,
      [](const auto& file, const std::string& other) { return file->path < other; });
  return known == memory.end() || (*known)->path != path ? nullptr : &*known;
}

// Reads the files with `read(document, context, diagnostics)` on several threads, but takes from
// the memory what is the same as before. The memory then holds exactly these files.
template <typename T, typename Read>
void read_files(const std::vector<const ContentFile*>& files, const std::string& root,
                const ReadContext& context, unsigned threads, Memory<T>& memory, Read read) {
  Memory<T> results(files.size());
  for_each_index(files.size(), threads, [&](std::size_t i) {
    const auto& [path, bytes] = *files[i];
    const std::shared_ptr<const Remembered<T>>* known = remembered(memory, i, path);
    if (known && (*known)->context == context.hash && (*known)->bytes.is(bytes)) {
      results[i] = *known;
      return;
    }
    auto result = std::make_shared<Remembered<T>>();
    result->path = path;
    result->bytes = bytes;
    result->context = context.hash;
    const Document document = parse_markdown_document(root + "/" + path, bytes, result->problems);
    auto value = std::make_shared<T>(read(document, context, result->problems));
    value->whole = combine(combine(hash_of(path), bytes.hash()), context.hash);
    result->value = std::move(value);
    results[i] = std::move(result);
  });
  memory = std::move(results);
}

// Checks the front matter and reads what every page has. False when there is nothing to read.
bool read_head(const Document& document, const Shape& shape, const ReadContext& context,
               PageText& page, Diagnostics& diagnostics);

// Reports sections that are missing or out of order; others may stand between them.
void check_sections(const Document& document, const RenderedText& body,
                    const std::vector<std::string>& sections, Diagnostics& diagnostics);

// The words of a list with their places.
std::vector<PlacedWord> placed_words(const Values& values, const std::string& key);

Hash hash_all(const std::vector<std::string>& texts);

}  // namespace unclench::content
