#include "verify/claim_json.h"

#include <nlohmann/json.hpp>

namespace unclench::verify {
namespace {

using Json = nlohmann::ordered_json;

// Reads members of the expected type; remembers the first that is not there.
class Reader {
 public:
  const std::string& problem() const { return problem_; }

  std::string text(const Json& json, const char* key) {
    const Json* value = find(json, key);
    if (value && value->is_string()) return value->get<std::string>();
    return fail<std::string>(key, "a text");
  }
  std::int64_t number(const Json& json, const char* key) {
    const Json* value = find(json, key);
    constexpr std::int64_t most = std::int64_t{1} << 50;
    if (value && value->is_number_integer() &&
        !(value->is_number_unsigned() &&
          value->get<std::uint64_t>() > static_cast<std::uint64_t>(most)))
      return value->get<std::int64_t>();
    return fail<std::int64_t>(key, "a whole number");
  }
  int small(const Json& json, const char* key) {
    const std::int64_t value = number(json, key);
    if (value >= 0 && value <= 1000000) return static_cast<int>(value);
    return fail<int>(key, "a number from 0 to 1000000");
  }
  const Json& list(const Json& json, const char* key) {
    static const Json none = Json::array();
    const Json* value = find(json, key);
    if (value && value->is_array()) return *value;
    fail<int>(key, "a list");
    return none;
  }
  const Json& object(const Json& json, const char* key) {
    static const Json none = Json::object();
    const Json* value = find(json, key);
    if (value && value->is_object()) return *value;
    fail<int>(key, "an object");
    return none;
  }

 private:
  static const Json* find(const Json& json, const char* key) {
    if (!json.is_object()) return nullptr;
    const auto found = json.find(key);
    return found == json.end() ? nullptr : &*found;
  }
  template <typename T>
  T fail(const char* key, const char* what) {
    if (problem_.empty()) problem_ = std::string("'") + key + "' must be " + what;
    return T{};
  }

  std::string problem_;
};

Claim::Movement read_movement(Reader& reader, const Json& json) {
  Claim::Movement movement;
  movement.id = reader.text(json, "id");
  movement.phase = reader.text(json, "phase");
  movement.posture = reader.text(json, "posture");
  movement.surface = reader.text(json, "surface");
  movement.step = reader.small(json, "step");
  const Json& dose = reader.object(json, "dose");
  movement.dose.hold_seconds = reader.small(dose, "hold_seconds");
  movement.dose.repetitions = reader.small(dose, "repetitions");
  movement.dose.sets = reader.small(dose, "sets");
  movement.dose.sides = reader.small(dose, "sides");
  movement.change_seconds = reader.number(json, "change_seconds");
  movement.ready_seconds = reader.number(json, "ready_seconds");
  movement.seconds = reader.number(json, "seconds");
  for (const Json& note : reader.list(json, "care"))
    movement.care.push_back(note.is_string() ? note.get<std::string>() : std::string());
  return movement;
}

}  // namespace

std::optional<Claim> read_claim(std::string_view text, std::string& problem) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_object()) {
    problem = "it must be a JSON object";
    return std::nullopt;
  }
  Reader reader;
  Claim claim;
  claim.status = reader.text(json, "status");
  claim.score = reader.number(json, "score");
  claim.bound = reader.number(json, "bound");
  claim.total_seconds = reader.number(json, "total_seconds");
  claim.position_changes = reader.number(json, "position_changes");
  for (const Json& movement : reader.list(json, "movements"))
    claim.movements.push_back(read_movement(reader, movement));
  problem = reader.problem();
  if (!problem.empty()) return std::nullopt;
  return claim;
}

}  // namespace unclench::verify
