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

// As written: ids that may be unknown, fields that may be missing.
struct RequestFields {
  std::optional<std::string> stage;
  std::optional<std::int64_t> minutes;
  std::vector<std::string> surfaces;
  std::vector<std::string> equipment;
  std::vector<std::string> conditions;
  std::vector<std::string> exclude;
  std::vector<std::string> include;
};

// As understood: every value is valid in the catalogue it was resolved against.
struct Request {
  int stage = 0;
  int minutes = 0;
  Mask surfaces = 0;  // not empty
  Mask equipment = 0;
  Mask conditions = 0;
  std::vector<bool> exclude;  // by movement
  std::vector<bool> include;  // by movement
};

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
