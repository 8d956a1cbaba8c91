// Reading the files of a folder, each on its own, and remembering what was read.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/parallel.h"
#include "content/document.h"
#include "content/model.h"
#include "content/shapes.h"
#include "content/values.h"

namespace unclench::content {

// What every file is read with. The hash changes when any of it does.
struct ReadContext {
  const Terms& terms;
  const MarkdownOptions& markdown;
  Hash hash = 0;
  bool texts = true;  // false: only the front matter
};

// A file and what became of it.
template <typename T>
struct Remembered {
  Bytes bytes;
  Hash context = 0;
  std::shared_ptr<const T> value;
  Diagnostics problems;
};

// By path below the content folder.
template <typename T>
using Memory = std::unordered_map<std::string, std::shared_ptr<const Remembered<T>>>;

// The Markdown files directly in a folder, in the edition's own language, by name.
struct ContentFile {
  std::string path;
  Bytes bytes;
};
std::vector<ContentFile> files_in(const FileTree& content, const std::string& folder);

// Forgets what is no longer there.
template <typename T>
void forget_others(const std::vector<ContentFile>& files, Memory<T>& memory) {
  if (memory.size() == files.size()) return;
  std::unordered_set<std::string_view> present;
  for (const ContentFile& file : files) present.insert(file.path);
  std::erase_if(memory, [&](const auto& entry) { return !present.count(entry.first); });
}

// Reads the files with `read(document, context, diagnostics)` on several threads, but takes from
// the memory what is the same as before. The memory then holds exactly these files.
template <typename T, typename Read>
std::vector<std::shared_ptr<const Remembered<T>>> read_files(const std::vector<ContentFile>& files,
                                                             const std::string& root,
                                                             const ReadContext& context,
                                                             unsigned threads, Memory<T>& memory,
                                                             Read read) {
  std::vector<std::shared_ptr<const Remembered<T>>> results(files.size());
  for_each_index(files.size(), threads, [&](std::size_t i) {
    const auto known = memory.find(files[i].path);
    if (known != memory.end() && known->second->context == context.hash &&
        known->second->bytes.is(files[i].bytes)) {
      results[i] = known->second;
      return;
    }
    auto result = std::make_shared<Remembered<T>>();
    result->bytes = files[i].bytes;
    result->context = context.hash;
    const Document document =
        parse_markdown_document(root + "/" + files[i].path, files[i].bytes, result->problems);
    auto value = std::make_shared<T>(read(document, context, result->problems));
    value->whole = combine(hash_of(files[i].bytes), context.hash);
    result->value = std::move(value);
    results[i] = std::move(result);
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::shared_ptr<const Remembered<T>>& known = memory[files[i].path];
    if (known != results[i]) known = results[i];
  }
  forget_others(files, memory);
  return results;
}

// Checks the front matter and reads what every page has. False when there is nothing to read.
bool read_head(const Document& document, const Shape& shape, const ReadContext& context,
               PageText& page, Diagnostics& diagnostics);

// The words of a list with their places.
std::vector<PlacedWord> placed_words(const Values& values, const std::string& key);

Hash hash_all(const std::vector<std::string>& texts);

}  // namespace unclench::content
