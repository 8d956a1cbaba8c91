// Where things stand in a file. The edition does not keep places, so the file is parsed again when
// there is something to say about it.
#pragma once

#include <initializer_list>

#include "content/document.h"
#include "content/model.h"

namespace unclench::lint {

class Places {
 public:
  // Of the front matter of a page.
  explicit Places(const content::PageText& page);
  // Of a YAML file.
  explicit Places(const SourceFile& file);

  using Path = std::initializer_list<std::string_view>;  // keys, from the outside inwards

  // The value of the last key, the key itself, and an item of the list below it. Where there is no
  // such thing, the innermost key that there is.
  Span value(Path path) const;
  Span key(Path path) const;
  Span item(Path path, std::string_view text) const;

 private:
  struct Found {
    const content::YamlNode* value;
    Span key;
    bool complete;  // all keys were there
  };
  Found find(Path path) const;

  content::Document document_;
};

}  // namespace unclench::lint
