// The core behind a C ABI of five functions: text in, text out, both UTF-8.
// A result stays valid until the next call. Safe without locks: WebAssembly has one thread here.
#include "wasm/bridge.h"

#include <cstdlib>
#include <optional>
#include <string>

#include "codec/catalogue_json.h"

namespace {

std::optional<unclench::core::Catalogue> catalogue;
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
  catalogue = unclench::codec::decode_catalogue({text, size});
  return catalogue ? 1 : 0;
}

// Answers a question; the length of the answer in bytes. The text holds the question's name and
// then, from `name_size` on, the question.
UNCLENCH_EXPORT(unclench_ask)
std::size_t unclench_ask(const char* text, std::size_t name_size, std::size_t size) {
  if (!catalogue)
    result = unclench::codec::encode_errors({{"catalogue", "is not loaded"}});
  else
    result = unclench::codec::ask_one_of(unclench::wasm::questions(), *catalogue, {text, name_size},
                                         {text + name_size, size - name_size})
                 .text;
  return result.size();
}

UNCLENCH_EXPORT(unclench_result) const char* unclench_result() {
  return result.data();
}
