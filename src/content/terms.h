// The words that content may use, as they were read: vocabulary terms, conditions, articles and
// sources.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash_table.h"

namespace unclench::content {

enum class Words {
  stages,
  phases,
  postures,
  surfaces,
  equipment,
  targets,
  conditions,
  articles,
  citations,  // keys of references.yaml and ids of articles
  exercises,  // looked up when all exercises are read, not before
};
inline constexpr std::size_t words_count = 10;

// Words and their places, from 0.
class WordIndex {
 private:
  auto is(std::string_view word) const {
    return [this, word](int place) { return words_[static_cast<std::size_t>(place)] == word; };
  }

 public:
  explicit WordIndex(std::vector<std::string> words)
      : words_(std::move(words)), places_(words_.size()) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      places_.insert(hash_of(words_[i]), static_cast<int>(i), is(words_[i]));
  }

  const std::vector<std::string>& words() const { return words_; }

  // -1 when it is not there.
  int find(std::string_view word) const {
    const int* place = places_.find(hash_of(word), is(word));
    return place ? *place : -1;
  }

 private:
  std::vector<std::string> words_;
  HashTable<int> places_;
};

class Terms {
 public:
  // All words of a kind. Before that nothing is known, and nothing counts as unknown.
  void set(Words words, std::vector<std::string> ids) {
    set(words, std::make_shared<const WordIndex>(std::move(ids)));
  }
  void set(Words words, std::shared_ptr<const WordIndex> index) {
    lists_[static_cast<std::size_t>(words)].index = std::move(index);
  }

  // Words of drafts, also where these are published.
  void set_drafts(Words words, std::vector<std::string> ids) {
    lists_[static_cast<std::size_t>(words)].drafts = std::move(ids);
  }
  const std::vector<std::string>& drafts(Words words) const { return list_of(words).drafts; }
  bool is_draft(Words words, const std::string& id) const {
    const std::vector<std::string>& drafts = list_of(words).drafts;
    return std::find(drafts.begin(), drafts.end(), id) != drafts.end();
  }

  bool is_complete(Words words) const { return list_of(words).index != nullptr; }
  const std::vector<std::string>& ids(Words words) const {
    static const std::vector<std::string> none;
    return is_complete(words) ? list_of(words).index->words() : none;
  }

  // The place of a word in its vocabulary, or -1.
  int find(Words words, std::string_view id) const {
    return is_complete(words) ? list_of(words).index->find(id) : -1;
  }

 private:
  struct List {
    std::shared_ptr<const WordIndex> index;
    std::vector<std::string> drafts;
  };
  const List& list_of(Words words) const { return lists_[static_cast<std::size_t>(words)]; }

  std::array<List, words_count> lists_;
};

}  // namespace unclench::content
