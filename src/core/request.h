// What a person asks for, as written and as understood.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/catalogue.h"

namespace unclench::core {

inline constexpr int shortest_minutes = 1;
inline constexpr int longest_minutes = 60;
inline constexpr int largest_variety = 1000000;

// Which way of bending makes the back better.
enum class Ease { unknown, forwards, backwards, neither };

// As written: ids that may be unknown, fields that may be missing.
struct RequestFields {
  std::optional<std::string> stage;
  std::optional<std::int64_t> minutes;
  std::vector<std::string> surfaces;
  std::vector<std::string> equipment;
  std::vector<std::string> conditions;
  std::vector<std::string> exclude;
  std::vector<std::string> include;
  std::vector<std::pair<std::string, std::int64_t>> doses;  // dose steps by movement
  std::vector<std::string> focus;                           // targets
  std::optional<std::string> eases;                         // "flexion", "extension" or "neither"
  std::vector<std::string> helped;
  std::vector<std::string> hurt;
  std::vector<std::string> recent;
  std::optional<std::int64_t> position_changes;
  std::optional<std::string> posture;
  std::optional<std::int64_t> variety;
};

// Where the person is when the routine begins.
struct Start {
  int posture = -1;                     // -1: not known, and getting into the first one is free
  Direction bend = Direction::neutral;  // what nothing neutral has followed yet
  Flags done;                           // by movement: it need not come before others any more
  int lying_surface = -1;               // where the person lay down; -1: nowhere yet
  int first_layer = 0;                  // earlier layers are over; see Instance
  int seconds = 0;                      // of the time that are gone
  int position_changes = 0;             // that were made
};

// As understood: every value is valid in the catalogue it was resolved against.
struct Request {
  int stage = 0;
  int minutes = 0;
  Mask surfaces = 0;  // not empty
  Mask equipment = 0;
  Mask conditions = 0;
  Flags exclude;             // by movement
  Flags include;             // by movement
  std::vector<Range> doses;  // by movement: the dose steps that it may have
  Mask focus = 0;            // targets
  Ease eases = Ease::unknown;
  Flags helped;               // by movement
  Flags hurt;                 // by movement
  Flags recent;               // by movement
  int position_changes = -1;  // at most so many; -1: as many as the stage allows
  int variety = 0;            // 0: the best routine; else another one for each number
  Start start;
};

inline constexpr Range any_step = {0, dose_steps - 1};

// Nothing is asked for, and nothing left out. Not complete: it has no minutes and no surface.
Request blank_request(const Catalogue& catalogue);

struct RequestError {
  std::string field;    // the name in the request: "minutes", "surfaces"
  std::string message;  // a sentence without the field's name
};

struct ResolvedRequest {
  Request request;
  std::vector<RequestError> errors;  // every problem; the request is valid when there is none
};

ResolvedRequest resolve_request(const Catalogue& catalogue, const RequestFields& fields);

}  // namespace unclench::core
