#include "core/request.h"

#include "base/edit_distance.h"

namespace unclench::core {
namespace {

template <typename Terms>
std::vector<std::string> ids_of(const Terms& terms) {
  std::vector<std::string> ids;
  for (const auto& term : terms) ids.push_back(term.id);
  return ids;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

template <typename Terms>
std::string unknown(const std::string& id, const Terms& terms, bool list_all) {
  const std::vector<std::string> ids = ids_of(terms);
  std::string message = "'" + id + "' is not known";
  const std::string near = nearest_word(id, ids);
  if (!near.empty()) return message + "; did you mean '" + near + "'?";
  return list_all ? message + "; it must be one of: " + join(ids) : message;
}

template <typename Terms>
Mask resolve_set(const std::vector<std::string>& ids, const Terms& terms, const char* field,
                 std::vector<RequestError>& errors) {
  Mask set = 0;
  for (const std::string& id : ids) {
    const int term = find_term(terms, id);
    if (term < 0)
      errors.push_back({field, unknown(id, terms, true)});
    else
      set |= mask_of(term);
  }
  return set;
}

std::vector<bool> resolve_movements(const std::vector<std::string>& ids, const Catalogue& catalogue,
                                    const char* field, std::vector<RequestError>& errors) {
  std::vector<bool> chosen(catalogue.movements.size(), false);
  for (const std::string& id : ids) {
    const int movement = find_term(catalogue.movements, id);
    if (movement < 0)
      errors.push_back({field, unknown(id, catalogue.movements, false)});
    else
      chosen[static_cast<std::size_t>(movement)] = true;
  }
  return chosen;
}

}  // namespace

ResolvedRequest resolve_request(const Catalogue& catalogue, const RequestFields& fields) {
  ResolvedRequest resolved;
  Request& request = resolved.request;
  std::vector<RequestError>& errors = resolved.errors;

  if (!fields.stage)
    errors.push_back({"stage", "is missing; it must be one of: " + join(ids_of(catalogue.stages))});
  else if ((request.stage = find_term(catalogue.stages, *fields.stage)) < 0)
    errors.push_back({"stage", unknown(*fields.stage, catalogue.stages, true)});

  if (!fields.minutes)
    errors.push_back({"minutes", "is missing; it must be a whole number from " +
                                     std::to_string(shortest_minutes) + " to " +
                                     std::to_string(longest_minutes)});
  else if (*fields.minutes < shortest_minutes || *fields.minutes > longest_minutes)
    errors.push_back({"minutes", "is " + std::to_string(*fields.minutes) +
                                     "; it must be a whole number from " +
                                     std::to_string(shortest_minutes) + " to " +
                                     std::to_string(longest_minutes)});
  else
    request.minutes = static_cast<int>(*fields.minutes);

  if (fields.surfaces.empty())
    errors.push_back(
        {"surfaces", "is missing; name at least one of: " + join(ids_of(catalogue.surfaces))});
  request.surfaces = resolve_set(fields.surfaces, catalogue.surfaces, "surfaces", errors);
  request.equipment = resolve_set(fields.equipment, catalogue.equipment, "equipment", errors);
  request.conditions = resolve_set(fields.conditions, catalogue.conditions, "conditions", errors);
  request.exclude = resolve_movements(fields.exclude, catalogue, "exclude", errors);
  request.include = resolve_movements(fields.include, catalogue, "include", errors);
  for (std::size_t i = 0; i < catalogue.movements.size(); ++i)
    if (request.exclude[i] && request.include[i])
      errors.push_back(
          {"include", "'" + catalogue.movements[i].id + "' is in both include and exclude"});
  return resolved;
}

}  // namespace unclench::core
