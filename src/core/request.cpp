#include "core/request.h"

#include "base/edit_distance.h"
#include "core/limits.h"

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

Flags resolve_movements(const std::vector<std::string>& ids, const Catalogue& catalogue,
                        const char* field, std::vector<RequestError>& errors) {
  Flags chosen(catalogue.movements.size(), false);
  for (const std::string& id : ids) {
    const int movement = find_term(catalogue.movements, id);
    if (movement < 0)
      errors.push_back({field, unknown(id, catalogue.movements, false)});
    else
      chosen[static_cast<std::size_t>(movement)] = true;
  }
  return chosen;
}

// The number, or when it is not there or out of its range, what is given instead.
int resolve_number(const std::optional<std::int64_t>& number, int low, int high, int otherwise,
                   const char* field, std::vector<RequestError>& errors) {
  if (!number) return otherwise;
  if (*number >= low && *number <= high) return static_cast<int>(*number);
  errors.push_back({field, "is " + std::to_string(*number) + "; it must be a whole number from " +
                               std::to_string(low) + " to " + std::to_string(high)});
  return otherwise;
}

std::vector<Range> resolve_doses(const RequestFields& fields, const Catalogue& catalogue,
                                 std::vector<RequestError>& errors) {
  std::vector<Range> doses(catalogue.movements.size(), any_step);
  for (const auto& [id, step] : fields.doses) {
    const int movement = find_term(catalogue.movements, id);
    if (movement < 0)
      errors.push_back({"doses", unknown(id, catalogue.movements, false)});
    else if (step < 0 || step >= dose_steps)
      errors.push_back({"doses", "'" + id + "' is " + std::to_string(step) +
                                     "; it must be a dose step from 0 to 3"});
    else
      doses[at(movement)] = {static_cast<int>(step), static_cast<int>(step)};
  }
  return doses;
}

Ease resolve_ease(const RequestFields& fields, std::vector<RequestError>& errors) {
  if (!fields.eases) return Ease::unknown;
  if (*fields.eases == "flexion") return Ease::forwards;
  if (*fields.eases == "extension") return Ease::backwards;
  if (*fields.eases != "neither")
    errors.push_back(
        {"eases",
         "'" + *fields.eases + "' is not known; it must be one of: flexion, extension, neither"});
  return Ease::neither;
}

void resolve_preferences(const Catalogue& catalogue, const RequestFields& fields, Request& request,
                         std::vector<RequestError>& errors) {
  request.doses = resolve_doses(fields, catalogue, errors);
  request.focus = resolve_set(fields.focus, catalogue.targets, "focus", errors);
  request.eases = resolve_ease(fields, errors);
  request.helped = resolve_movements(fields.helped, catalogue, "helped", errors);
  request.hurt = resolve_movements(fields.hurt, catalogue, "hurt", errors);
  request.recent = resolve_movements(fields.recent, catalogue, "recent", errors);
  request.position_changes = resolve_number(fields.position_changes, 0, limits::position_changes,
                                            -1, "position_changes", errors);
  if (fields.posture &&
      (request.start.posture = find_term(catalogue.postures, *fields.posture)) < 0)
    errors.push_back({"posture", unknown(*fields.posture, catalogue.postures, true)});
  request.variety = resolve_number(fields.variety, 0, largest_variety, 0, "variety", errors);
}

}  // namespace

Request blank_request(const Catalogue& catalogue) {
  const Flags none(catalogue.movements.size(), false);
  Request request;
  request.exclude = request.include = none;
  request.helped = request.hurt = request.recent = none;
  request.doses.assign(none.size(), any_step);
  request.start.done = none;
  return request;
}

ResolvedRequest resolve_request(const Catalogue& catalogue, const RequestFields& fields) {
  ResolvedRequest resolved;
  Request& request = resolved.request = blank_request(catalogue);
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
  resolve_preferences(catalogue, fields, request, errors);
  return resolved;
}

}  // namespace unclench::core
