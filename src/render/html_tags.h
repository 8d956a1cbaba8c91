// The tags of finished HTML, to be changed in passing. Only for pages that this program made: their
// attributes hold no stray quotes, and their elements are closed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::render {

struct Attribute {
  std::string name;
  std::string value;  // as it is written, with its character references
};

// A start tag. Its names are in the case in which they were written.
class Tag {
 public:
  std::string name;
  std::vector<Attribute> attributes;
  bool self_closing = false;  // "<path/>", as SVG writes it

  // The value of an attribute; null when it is missing.
  const std::string* find(std::string_view attribute) const;

  bool is(std::string_view attribute, std::string_view value) const;
};

// Calls `visit` with every start tag. When it answers false the tag is taken out, together with its
// text and end tag if it is a script or a stylesheet, and with the line it stood on alone. What it
// changes in the tag is written. Comments and the text of scripts and stylesheets are passed over.
std::string rewrite_tags(std::string_view html, const std::function<bool(Tag&)>& visit);

// The same, only to look.
void visit_tags(std::string_view html, const std::function<void(const Tag&)>& visit);

// A place in a page: around the first element of a name.
struct Element {
  std::string_view before, start_tag, inside, after;  // `after` begins with the end tag
};

// All empty when there is no such element. An element inside another of its name is not looked for.
Element find_element(std::string_view html, std::string_view name);

}  // namespace unclench::render
