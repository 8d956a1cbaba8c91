#include "codec/json_value.h"

#include "codec/json.h"

namespace unclench::codec {

std::optional<std::int64_t> JsonValue::whole() const {
  const bool is_whole = kind_ == Kind::negative || (kind_ == Kind::natural && number_ <= INT64_MAX);
  return is_whole ? std::optional(static_cast<std::int64_t>(number_)) : std::nullopt;
}

std::optional<std::int64_t> JsonValue::natural() const {
  return kind_ == Kind::natural ? whole() : std::nullopt;
}

std::size_t JsonValue::size() const {
  std::size_t size = 0;
  for (const JsonValue* value = first_; value; value = value->next_) ++size;
  return size;
}

const JsonValue* JsonValue::find(std::string_view key) const {
  if (!is_object()) return nullptr;
  const JsonValue* value = first_;
  while (value && value->key_ != key) value = value->next_;
  return value;
}

// Builds a tree of the tokens that the library's lexer finds. Its parser would do so as well, but
// words its complaints about a text at length, and nobody reads them here.
class JsonReader {
 public:
  JsonReader(std::string_view text, JsonListener* listener)
      : lexer_(nlohmann::detail::input_adapter(text.begin(), text.end())), listener_(listener) {}

  std::optional<JsonDocument> read() {
    Place place = Place::value;
    while (true) {
      Token token = lexer_.scan();
      if (place == Place::after_value) {
        if (open_.empty() && token == Token::end_of_input) return std::move(document_);
        if (open_.empty()) return std::nullopt;
        if (token == Token::value_separator) {
          place = Place::value;
          continue;
        }
      }
      if (place != Place::value && token == end_of(*open_.back())) {
        close();
        place = Place::after_value;
        continue;
      }
      if (place == Place::after_value) return std::nullopt;
      if (in_object()) {
        if (token != Token::value_string) return std::nullopt;
        add_key(lexer_.get_string());
        if (lexer_.scan() != Token::name_separator) return std::nullopt;
        token = lexer_.scan();
      }
      if (!add_value(token)) return std::nullopt;
      const bool is_open = token == Token::begin_object || token == Token::begin_array;
      place = is_open ? Place::after_open : Place::after_value;
    }
  }

 private:
  using Lexer =
      nlohmann::detail::lexer<Json, nlohmann::detail::iterator_input_adapter<const char*>>;
  using Token = Lexer::token_type;
  using Kind = JsonValue::Kind;

  // What may come next: a value; a value or the end of what was opened; a comma or the end.
  enum class Place { value, after_open, after_value };

  static Token end_of(const JsonValue& open) {
    return open.is_object() ? Token::end_object : Token::end_array;
  }

  bool in_object() const { return !open_.empty() && open_.back()->is_object(); }

  bool add_value(Token token) {
    switch (token) {
      case Token::literal_null:
        return add(Kind::null, 0);
      case Token::literal_true:
        return add(Kind::flag, 1);
      case Token::literal_false:
        return add(Kind::flag, 0);
      case Token::value_unsigned:
        return add(Kind::natural, lexer_.get_number_unsigned());
      case Token::value_integer:
        return add(Kind::negative, static_cast<std::uint64_t>(lexer_.get_number_integer()));
      case Token::value_float:
        return add(Kind::fraction, 0);
      case Token::value_string:
        add(Kind::text, 0);
        value_->text_ = std::move(lexer_.get_string());
        return true;
      case Token::begin_array:
        add(Kind::list, 0);
        open_.push_back(value_);
        return true;
      case Token::begin_object:
        add(Kind::object, 0);
        open_.push_back(value_);
        if (listener_) listener_->begin_object();
        return true;
      default:
        return false;
    }
  }

  void close() {
    if (listener_ && in_object()) listener_->end_object();
    open_.pop_back();
  }

  // A second value for a key takes the place of the first one.
  void add_key(std::string& key) {
    if (listener_) listener_->key(key);
    JsonValue* known = open_.back()->first_;
    while (known && known->key_ != key) known = known->next_;
    value_ = known ? known : append();
    value_->key_ = std::move(key);
  }

  bool add(Kind kind, std::uint64_t number) {
    if (!in_object()) value_ = append();
    value_->kind_ = kind;
    value_->number_ = number;
    value_->text_.clear();
    value_->first_ = value_->last_ = nullptr;
    return true;
  }

  JsonValue* append() {
    JsonValue* value = document_.values_.emplace_back(std::make_unique<JsonValue>()).get();
    if (open_.empty()) return value;
    JsonValue& parent = *open_.back();
    (parent.last_ ? parent.last_->next_ : parent.first_) = value;
    parent.last_ = value;
    return value;
  }

  Lexer lexer_;
  JsonListener* listener_;
  JsonDocument document_;
  JsonValue* value_ = nullptr;    // the last one
  std::vector<JsonValue*> open_;  // the lists and objects that it stands in
};

std::optional<JsonDocument> read_json(std::string_view text, JsonListener* listener) {
  return JsonReader(text, listener).read();
}

}  // namespace unclench::codec
