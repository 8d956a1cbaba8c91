#include "content/cmark_arena.h"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace unclench::content {
namespace {

constexpr std::size_t block_size = 256 * 1024;
constexpr std::size_t alignment = alignof(std::max_align_t);

constexpr std::size_t rounded(std::size_t size) {
  return (size + alignment - 1) / alignment * alignment;
}

// Each piece begins with its size, because `realloc` is not told how large the old one is.
class Blocks {
 public:
  void* take(std::size_t size) {
    const std::size_t needed = rounded(size) + alignment;
    if (used_ + needed > current_size_) add_block(needed);
    char* piece = current_ + used_;
    used_ += needed;
    std::memcpy(piece, &size, sizeof size);
    last_ = piece + alignment;
    return last_;
  }

  void* grow(void* old, std::size_t size) {
    if (!old) return take(size);
    const std::size_t old_size = size_of(old);
    if (size <= old_size) return old;
    // The last piece can grow where it is.
    const std::size_t more = rounded(size) - rounded(old_size);
    if (old == last_ && used_ + more <= current_size_) {
      used_ += more;
      std::memcpy(static_cast<char*>(old) - alignment, &size, sizeof size);
      return old;
    }
    void* piece = take(size);
    std::memcpy(piece, old, old_size);
    return piece;
  }

  // Keeps the first block for the next document.
  void reset() {
    if (blocks_.size() > 1) blocks_.resize(1);
    current_ = blocks_.empty() ? nullptr : blocks_.front().get();
    current_size_ = blocks_.empty() ? 0 : block_size;
    used_ = 0;
    last_ = nullptr;
  }

 private:
  static std::size_t size_of(void* piece) {
    std::size_t size;
    std::memcpy(&size, static_cast<char*>(piece) - alignment, sizeof size);
    return size;
  }

  void add_block(std::size_t needed) {
    current_size_ = needed > block_size ? needed : block_size;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(current_size_));
    current_ = blocks_.back().get();
    used_ = 0;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* current_ = nullptr;
  std::size_t current_size_ = 0;
  std::size_t used_ = 0;
  void* last_ = nullptr;
};

Blocks& blocks() {
  thread_local Blocks all;
  return all;
}

void* arena_calloc(std::size_t count, std::size_t size) {
  void* piece = blocks().take(count * size);
  return std::memset(piece, 0, count * size);
}

void* arena_realloc(void* piece, std::size_t size) {
  return blocks().grow(piece, size);
}

void arena_free(void*) {}

}  // namespace

cmark_mem* CmarkArena::memory() {
  static cmark_mem memory{arena_calloc, arena_realloc, arena_free};
  return &memory;
}

cmark_mem* CmarkArena::begin() {
  blocks().reset();
  return memory();
}

}  // namespace unclench::content
