// A catalogue as JSON: what is taken is written again as the same, and can be planned from.
#include "codec/answer.h"
#include "codec/catalogue_json.h"
#include "fuzz/fuzz.h"

using namespace unclench;

namespace {

constexpr std::size_t most_movements = 12;
constexpr int few_nodes = 50;

void plan_for(const core::Catalogue& catalogue, const core::RequestFields& fields) {
  const core::ResolvedRequest resolved = core::resolve_request(catalogue, fields);
  if (resolved.errors.empty())
    codec::encode_routine(catalogue, core::plan(catalogue, resolved.request));
}

// A request that says everything there is to say, as far as the catalogue has words for it.
core::RequestFields full_request(const core::Catalogue& catalogue, core::RequestFields fields) {
  for (const core::Term& term : catalogue.equipment) fields.equipment.push_back(term.id);
  for (const core::Term& term : catalogue.targets) fields.focus.push_back(term.id);
  fields.eases = "flexion";
  fields.posture = catalogue.postures.back().id;
  fields.position_changes = 2;
  fields.variety = 1;
  for (const core::Movement& movement : catalogue.movements) {
    fields.helped.push_back(movement.id);
    fields.recent.push_back(movement.id);
    fields.doses.emplace_back(movement.id, 1);
  }
  return fields;
}

void plan_from(core::Catalogue catalogue) {
  if (catalogue.movements.size() > most_movements) return;
  catalogue.planner.node_limit =
      std::min<decltype(catalogue.planner.node_limit)>(catalogue.planner.node_limit, few_nodes);
  core::RequestFields fields;
  fields.stage = catalogue.stages.front().id;
  fields.minutes = 10;
  fields.surfaces = {catalogue.surfaces.front().id};
  plan_for(catalogue, fields);
  plan_for(catalogue, full_request(catalogue, fields));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::optional<core::Catalogue> catalogue =
      codec::decode_catalogue(fuzz::as_text(data, size));
  if (!catalogue) return 0;
  const std::string written = codec::encode_catalogue(*catalogue);
  const std::optional<core::Catalogue> again = codec::decode_catalogue(written);
  fuzz::require(again.has_value(), "a catalogue that was written can be read");
  fuzz::require(codec::encode_catalogue(*again) == written, "it is the same catalogue");
  plan_from(*catalogue);
  return 0;
}
