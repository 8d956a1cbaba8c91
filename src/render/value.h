// What templates are filled with: texts, truths, lists and objects.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace unclench::render {

// The name of a member of an object: a text that outlives it. Names are compared far more often
// than they are the same, so three of their letters and their length stand beside them.
class Key {
 public:
  constexpr Key(std::string_view name)
      : data_(name.data()),
        size_(static_cast<std::uint32_t>(name.size())),
        mark_(name.empty() ? 0 : mark_of(name)) {}
  constexpr Key(const char* name) : Key(std::string_view(name)) {}
  Key(const std::string& name) : Key(std::string_view(name)) {}

  std::string_view name() const { return {data_, size_}; }
  std::uint32_t mark() const { return mark_; }  // the same for the same names
  friend bool operator==(const Key& a, const Key& b) {
    return a.mark_ == b.mark_ && a.name() == b.name();
  }

 private:
  static constexpr std::uint32_t mark_of(std::string_view name) {
    const auto letter = [&](std::size_t place) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(name[place]));
    };
    return letter(0) | letter(name.size() / 2) << 8 | letter(name.size() - 1) << 16 |
           static_cast<std::uint32_t>(name.size()) << 24;
  }

  const char* data_;
  std::uint32_t size_, mark_;
};

class Value {
 public:
  using List = std::vector<Value>;
  using Object = std::vector<std::pair<Key, Value>>;

  Value() = default;  // nothing: its section is left out
  Value(bool truth) : content_(truth) {}
  Value(std::string text) : content_(std::move(text)) {}
  Value(const char* text) : content_(std::string(text)) {}
  Value(int number) : content_(std::to_string(number)) {}
  Value(std::size_t number) : content_(std::to_string(number)) {}
  Value(List list) : content_(std::move(list)) {}
  Value(Object object) : content_(std::move(object)) {}

  // A text that outlives the value.
  static Value borrowed(std::string_view text) {
    Value value;
    value.content_ = text;
    return value;
  }

  // A value that outlives this one.
  static Value reference_to(const Value& other) {
    Value value;
    value.content_ = &other;
    return value;
  }

  // An object that will have about so many members.
  static Value with_room_for(std::size_t members) {
    Object object;
    object.reserve(members);
    return object;
  }

  // Nothing, false, an empty text and an empty list are not true.
  bool is_true() const {
    const Content& content = resolved();
    if (const auto* truth = std::get_if<bool>(&content)) return *truth;
    if (const auto* list = std::get_if<List>(&content)) return !list->empty();
    if (std::holds_alternative<std::monostate>(content)) return false;
    return std::holds_alternative<Object>(content) || !text().empty();
  }

  const List* as_list() const { return std::get_if<List>(&resolved()); }
  const Object* as_object() const { return std::get_if<Object>(&resolved()); }

  // The text; of what is none, an empty one.
  std::string_view text() const {
    const Content& content = resolved();
    if (const auto* text = std::get_if<std::string>(&content)) return *text;
    if (const auto* text = std::get_if<std::string_view>(&content)) return *text;
    if (const auto* truth = std::get_if<bool>(&content)) return *truth ? "true" : "false";
    return {};
  }

  // The member of an object, or null.
  const Value* find(const Key& key) const {
    if (const Object* object = as_object())
      for (const auto& [name, value] : *object)
        if (name == key) return &value;
    return nullptr;
  }

  // For building: an object's member, a list's next item.
  void set(const Key& key, Value value) {
    if (!as_object()) content_ = Object();
    std::get<Object>(content_).emplace_back(key, std::move(value));
  }
  void add(Value value) {
    if (!as_list()) content_ = List();
    std::get<List>(content_).push_back(std::move(value));
  }

 private:
  using Content =
      std::variant<std::monostate, bool, std::string, std::string_view, List, Object, const Value*>;

  const Content& resolved() const {
    const auto* other = std::get_if<const Value*>(&content_);
    return other ? (*other)->resolved() : content_;
  }

  Content content_;
};

// object("title", title, "url", url): an object of these members. Keys are literals.
template <typename... Rest>
void set_all(Value&) {}
template <typename V, typename... Rest>
void set_all(Value& object, const Key& key, V&& value, Rest&&... rest) {
  object.set(key, Value(std::forward<V>(value)));
  if constexpr (sizeof...(rest) > 0) set_all(object, std::forward<Rest>(rest)...);
}
template <typename... Members>
Value object(Members&&... members) {
  Value::Object room;
  room.reserve(sizeof...(members) / 2);
  Value value = std::move(room);
  if constexpr (sizeof...(members) > 0) set_all(value, std::forward<Members>(members)...);
  return value;
}

}  // namespace unclench::render
