// The words that content may use, as they were read: vocabulary terms, conditions, articles and
// sources.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

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
 public:
  explicit WordIndex(std::vector<std::string> words) : words_(std::move(words)) {
    table_.resize(std::bit_ceil(2 * words_.size() + 1));
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Hash hash = hash_of(words_[i]);
      Slot& slot = table_[slot_of(words_[i], hash)];
      if (slot.place < 0) slot = {hash, static_cast<int>(i)};
    }
  }
  const std::vector<std::string>& words() const { return words_; }

  // -1 when it is not there.
  int find(std::string_view word) const { return table_[slot_of(word, hash_of(word))].place; }

 private:
  // Open addressing: a table this small stays near the processor, whatever the number of lookups.
  struct Slot {
    Hash hash = 0;
    int place = -1;
  };

  // Where the word is, or the free slot where it would be.
  std::size_t slot_of(std::string_view word, Hash hash) const {
    std::size_t slot = hash & (table_.size() - 1);
    while (
        table_[slot].place >= 0 &&
        (table_[slot].hash != hash || words_[static_cast<std::size_t>(table_[slot].place)] != word))
      slot = (slot + 1) & (table_.size() - 1);
    return slot;
  }

  std::vector<std::string> words_;
  std::vector<Slot> table_;
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

  // Words of drafts: they may be used, but need not be.
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
