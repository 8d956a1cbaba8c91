// JSON that was read: a tree of values, looked at once and thrown away. The JSON library reads the
// text; a tree of its own would bring along, for a page that waits for it, much that nothing here
// needs, such as changing, comparing and writing values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::codec {

class JsonValue {
 public:
  enum class Kind : std::uint8_t { null, flag, natural, negative, fraction, text, list, object };

  bool is_flag() const { return kind_ == Kind::flag; }
  bool is_number() const { return kind_ >= Kind::natural && kind_ <= Kind::fraction; }
  bool is_text() const { return kind_ == Kind::text; }
  bool is_list() const { return kind_ == Kind::list; }
  bool is_object() const { return kind_ == Kind::object; }

  // Of a flag, of a text.
  bool flag() const { return number_ != 0; }
  const std::string& text() const { return text_; }

  // The whole number; nothing when it is none, or too large.
  std::optional<std::int64_t> whole() const;
  // The same, and nothing when there is a minus sign.
  std::optional<std::int64_t> natural() const;

  // The values of a list or an object, in their order; of other values none. A key that was given
  // twice stands where it was first, with the value that was last.
  class Iterator {
   public:
    explicit Iterator(const JsonValue* at) : at_(at) {}
    const JsonValue& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ = at_->next_;
      return *this;
    }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    const JsonValue* at_;
  };
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(nullptr); }
  std::size_t size() const;

  // The key of a value in an object.
  const std::string& key() const { return key_; }
  // The value for a key; null when this is no object or has none.
  const JsonValue* find(std::string_view key) const;

 private:
  friend class JsonReader;

  Kind kind_ = Kind::null;
  std::uint64_t number_ = 0;  // of a whole number in two's complement; 1 for true
  std::string text_;
  std::string key_;
  JsonValue* first_ = nullptr;
  JsonValue* last_ = nullptr;
  JsonValue* next_ = nullptr;
};

// Owns a whole tree. However deep it is, it ends without recursion.
class JsonDocument {
 public:
  const JsonValue& root() const { return *values_.front(); }

 private:
  friend class JsonReader;
  std::vector<std::unique_ptr<JsonValue>> values_;
};

// Hears of objects and keys while they are read.
class JsonListener {
 public:
  virtual void begin_object() = 0;
  virtual void end_object() = 0;
  virtual void key(const std::string& key) = 0;

 protected:
  ~JsonListener() = default;
};

// Nothing when the text is no JSON.
std::optional<JsonDocument> read_json(std::string_view text, JsonListener* listener = nullptr);

}  // namespace unclench::codec
