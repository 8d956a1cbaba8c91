// What a piece of YAML may hold. The checks of the content and the published JSON Schema both
// follow these definitions.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/terms.h"
#include "content/yaml.h"

namespace unclench::content {

struct Field;
struct Choice;

struct Shape {
  enum class Kind {
    text,
    number,   // a whole number from low to high
    decimal,  // a number from low to high, perhaps with a fraction; `name` is its unit
    range,    // a whole number, or two in rising order: [low, high]
    flag,     // true or false
    term,     // a word of a vocabulary
    option,   // one of a few fixed words
    list,     // of `item`
    record,   // a mapping with `fields`
    by_term,  // a mapping from words of a vocabulary to `item`
    by_id,    // a mapping from ids of its own to `item`
    either,   // the first `item` for a scalar, the second for a list or a mapping
    any,
  };
  enum class Form { any, date, url, address, base_url, language, code, key, telephone };

  Kind kind = Kind::any;
  Form form = Form::any;  // texts; by_id: its keys
  int low = 0;
  int high = 0;  // numbers and ranges; lists: how many items, 0 for any number; by_term: `low`
  Words words = Words::stages;
  std::vector<std::string> options;
  std::vector<Field> fields;
  std::vector<Choice> choices;  // of a record
  std::vector<Shape> item;      // none, one or two
  std::string name;             // of a record or a term in messages: "an exercise", "a posture"
  bool every = false;           // by_term: each word that is no draft must be there
  std::string missing_message, missing_help;  // every: what is said of a word, for %
};

struct Field {
  std::string key;
  Shape shape;
  bool required = false;
  std::string about;  // a sentence for editors
  std::string needs;  // another field that must be there if this one is; empty: none
};
using Fields = std::vector<Field>;

// At least one of these fields must be there.
struct Choice {
  std::vector<std::string> keys;
  bool exclusive = false;  // and not both
  bool drafts_may_lack = false;
  std::string unless_key = {}, unless_word = {};  // nor are they needed where the one is the other
  Problem problem = Problem::missing_field;
  std::string message, help;  // when none is there; empty: who reads the record says so
  std::string both_message;   // exclusive: when both are, at the first
};

Shape text(Shape::Form form = Shape::Form::any);
Shape number(int low, int high);
Shape decimal(int low, int high, std::string unit = "");
Shape range(int low, int high);
Shape flag();
Shape term(Words words, std::string name);
Shape option(std::vector<std::string> options, std::string name);
Shape list(Shape item, int low = 0, int high = 0);
Shape terms(Words words, std::string name);  // a list of different words
Shape citations();                           // a list of sources
Shape record(std::string name, Fields fields, std::vector<Choice> choices = {});
Shape by_term(Words words, std::string name, Shape item);
Shape by_id(std::string name, Shape item);
Shape either(Shape scalar, Shape collection);
Shape any();

Field required(std::string key, Shape shape, std::string about);
Field optional(std::string key, Shape shape, std::string about, std::string needs = "");

// Reports everything in which the node does not fit the shape. `key` names it in messages.
void check_shape(const SourceFile& file, const YamlNode& node, const Shape& shape,
                 const std::string& key, const Terms& terms, Diagnostics& diagnostics);

// Reports a citation of something that is not there.
void report_unknown_source(const SourceFile& file, Span span, const std::string& key,
                           const Terms& terms, Diagnostics& diagnostics);

// Ids are part of addresses: lower-case letters, digits and single hyphens between them.
bool is_id(std::string_view text);

}  // namespace unclench::content
