// The core behind a C ABI of five functions: text in, text out, both UTF-8.
// A result stays valid until the next call. Safe without locks: WebAssembly has one thread here.
#include "wasm/bridge.h"

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "codec/catalogue_json.h"

namespace {

// Nothing is moved into its place, and so no code for that is needed.
std::unique_ptr<const std::optional<unclench::core::Catalogue>> loaded;
std::string result;

}  // namespace

#define UNCLENCH_EXPORT(name) extern "C" __attribute__((export_name(#name), used))

// Room for the caller's next text; the caller gives it back with unclench_free.
UNCLENCH_EXPORT(unclench_allocate) char* unclench_allocate(std::size_t size) {
  return static_cast<char*>(std::malloc(size));
}

UNCLENCH_EXPORT(unclench_free) void unclench_free(char* text) {
  std::free(text);
}

// Takes catalogue.json; 1 when it was understood.
UNCLENCH_EXPORT(unclench_load_catalogue)
int unclench_load_catalogue(const char* text, std::size_t size) {
  loaded.reset(new std::optional<unclench::core::Catalogue>(
      unclench::codec::decode_catalogue({text, size})));
  return *loaded ? 1 : 0;
}

// Answers a question; the length of the answer in bytes. The text holds the question's name and
// then, from `name_size` on, the question.
UNCLENCH_EXPORT(unclench_ask)
std::size_t unclench_ask(const char* text, std::size_t name_size, std::size_t size) {
  if (!loaded || !*loaded)
    result = unclench::codec::encode_errors({{"catalogue", "is not loaded"}});
  else
    result = unclench::codec::ask_one_of(unclench::wasm::questions(), **loaded, {text, name_size},
                                         {text + name_size, size - name_size})
                 .text;
  return result.size();
}

UNCLENCH_EXPORT(unclench_result) const char* unclench_result() {
  return result.data();
}
