// Shapes as JSON Schema (draft 2020-12).
#pragma once

#include "codec/json_text.h"
#include "content/shape.h"

namespace unclench::content {

inline constexpr const char* id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

class ShapeSchema {
 public:
  // Words of vocabularies that the terms know become lists of choices.
  ShapeSchema(const Terms& terms, codec::JsonText& json) : terms_(terms), json_(json) {}

  // The schema, with the sentence that an editor shows.
  void write(const Shape& shape, const std::string& about = "");

  // What is in the schema, without the braces.
  void write_members(const Shape& shape);

 private:
  void write_text(const Shape& shape);
  void write_range(const Shape& shape);
  void write_words(Words words);
  void write_list(const Shape& shape);
  void write_mapping(const Shape& shape);
  void write_record(const Shape& shape);
  void write_needs(const Fields& fields);
  void write_choice(const Choice& choice);

  const Terms& terms_;
  codec::JsonText& json_;
};

// A whole number of the shape's range, and two of them.
void write_number(codec::JsonText& json, const Shape& shape);
void write_pair(codec::JsonText& json, const Shape& shape);

}  // namespace unclench::content
