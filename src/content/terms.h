// The words that content may use, as they were read: vocabulary terms, conditions, articles and
// sources.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

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

class Terms {
 public:
  // All words of a kind. Before that nothing is known, and nothing counts as unknown.
  void set(Words words, std::vector<std::string> ids) {
    List& list = lists_[static_cast<std::size_t>(words)];
    list.complete = true;
    list.ids = std::move(ids);
    list.places.clear();
    for (std::size_t i = 0; i < list.ids.size(); ++i)
      list.places.emplace(list.ids[i], static_cast<int>(i));
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

  bool is_complete(Words words) const { return list_of(words).complete; }
  const std::vector<std::string>& ids(Words words) const { return list_of(words).ids; }

  // The place of a word in its vocabulary, or -1.
  int find(Words words, const std::string& id) const {
    const auto place = list_of(words).places.find(id);
    return place == list_of(words).places.end() ? -1 : place->second;
  }

 private:
  struct List {
    bool complete = false;
    std::vector<std::string> ids, drafts;
    std::unordered_map<std::string, int> places;
  };
  const List& list_of(Words words) const { return lists_[static_cast<std::size_t>(words)]; }

  std::array<List, words_count> lists_;
};

}  // namespace unclench::content
