#include "render/cards.h"

#include <functional>

#include "core/limits.h"

namespace unclench::render {
namespace {

using content::Exercise;

template <typename Terms>
std::string ids_of(core::Mask set, const Terms& terms, char between = ' ') {
  std::string ids;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!core::contains(set, static_cast<int>(i))) continue;
    if (!ids.empty()) ids += between;
    ids += terms[i].id;
  }
  return ids;
}

core::Mask conditions_with(const Exercise& exercise, core::Verdict verdict) {
  core::Mask set = 0;
  const auto& rules = exercise.movement.conditions;
  for (std::size_t c = 0; c < rules.size(); ++c)
    if (rules[c].verdict == verdict) set |= core::mask_of(static_cast<int>(c));
  return set;
}

// Whether an exercise is left when a term is chosen.
using Leaves = std::function<bool(const core::Movement&, int term)>;

class Filters {
 public:
  explicit Filters(const Site& site) : site_(site) {}

  // `folder` holds the pages of the terms; empty when they have none.
  template <typename Terms>
  void add(const std::string& id, const Terms& terms, const std::string& folder,
           const Leaves& leaves) {
    Value options = Value::List();
    for (std::size_t t = 0; t < terms.size(); ++t) {
      const std::size_t count = left(leaves, static_cast<int>(t));
      if (count > 0)
        options.add(
            object("id", Value::borrowed(terms[t].id), "label", Value::borrowed(terms[t].label),
                   "url", folder.empty() ? "" : site_.url_of(folder, terms[t].id), "count", count));
    }
    add_filter(id, std::move(options));
  }

  void add_efforts() {
    Value options = Value::List();
    for (int load = 0; load <= core::limits::load; ++load) {
      const std::string id = std::to_string(load);
      const std::size_t count = left(
          [](const core::Movement& movement, int most) { return movement.load <= most; }, load);
      if (count > 0)
        options.add(
            object("id", id, "label", site_.phrases.get("load." + id), "url", "", "count", count));
    }
    add_filter("effort", std::move(options));
  }

  Value take() { return std::move(list_); }

 private:
  std::size_t left(const Leaves& leaves, int term) const {
    std::size_t count = 0;
    for (const auto& exercise : site_.edition.exercises)
      if (leaves(exercise->movement, term)) ++count;
    return count;
  }

  void add_filter(const std::string& id, Value options) {
    list_.add(object("id", id, "label", site_.phrases.get("filters." + id + ".label"), "all",
                     site_.phrases.get("filters." + id + ".all"), "options", std::move(options)));
  }

  const Site& site_;
  Value list_ = Value::List();
};

}  // namespace

Value card_of(const Site& site, const Exercise& exercise) {
  const core::Catalogue& terms = site.edition.terms;
  const core::Movement& movement = exercise.movement;
  std::string words;
  for (const content::ArticleEntry& entry : exercise.entries) words += entry.name + " ";
  Value card = link_to_exercise(site, exercise);
  set_all(card, "animated", animated_url(site, exercise), "posture",
          Value::borrowed(terms.postures[core::at(movement.posture)].id), "surfaces",
          ids_of(movement.surfaces, terms.surfaces), "phase",
          Value::borrowed(terms.phases[core::at(movement.phase)].id), "targets",
          ids_of(target_set(movement), terms.targets), "needs",
          ids_of(movement.needs_one_of, terms.equipment, '|'), "avoid",
          ids_of(conditions_with(exercise, core::Verdict::avoid), terms.conditions), "care",
          ids_of(conditions_with(exercise, core::Verdict::care), terms.conditions), "load",
          movement.load, "words", std::move(words));
  return card;
}

Value library_filters(const Site& site) {
  const core::Catalogue& terms = site.edition.terms;
  Filters filters(site);
  using core::Movement;
  filters.add("position", terms.postures, "postures",
              [](const Movement& movement, int term) { return movement.posture == term; });
  filters.add("surface", terms.surfaces, "", [](const Movement& movement, int term) {
    return core::contains(movement.surfaces, term);
  });
  filters.add("phase", terms.phases, "",
              [](const Movement& movement, int term) { return movement.phase == term; });
  filters.add("target", terms.targets, "targets", [](const Movement& movement, int term) {
    return core::contains(target_set(movement), term);
  });
  filters.add("equipment", terms.equipment, "equipment", [](const Movement& movement, int term) {
    return movement.needs_one_of == 0 || core::contains(movement.needs_one_of, term);
  });
  filters.add("condition", terms.conditions, "conditions", [](const Movement& movement, int term) {
    return movement.conditions[core::at(term)].verdict != core::Verdict::avoid;
  });
  filters.add_efforts();
  return filters.take();
}

}  // namespace unclench::render
