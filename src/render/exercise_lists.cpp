#include "render/exercise_lists.h"

#include <memory>

#include "render/cards.h"
#include "render/page_jobs.h"

namespace unclench::render {
namespace {

using content::Exercise;

// Places of exercises, in catalogue order.
using Group = std::vector<std::size_t>;

// The exercises of each term, of which `terms_of` gives the set for an exercise.
template <typename TermsOf>
std::vector<Group> groups_by_term(const Site& site, std::size_t terms, TermsOf terms_of) {
  std::vector<Group> groups(terms);
  const auto& exercises = site.edition.exercises;
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    const core::Mask set = terms_of(*exercises[i]);
    for (std::size_t t = 0; t < terms; ++t)
      if (core::contains(set, static_cast<int>(t))) groups[t].push_back(i);
  }
  return groups;
}

core::Mask posture_of(const Exercise& exercise) {
  return core::mask_of(exercise.movement.posture);
}

core::Mask targets_of(const Exercise& exercise) {
  return target_set(exercise.movement);
}

core::Mask equipment_of(const Exercise& exercise) {
  return exercise.movement.needs_one_of | exercise.helps;
}

Hash hash_of_card(const Exercise& exercise) {
  return combine(exercise.head, exercise.card);
}

Hash hash_of_cards(const Site& site, const Group& group) {
  Hash hash = group.size();
  for (std::size_t place : group)
    hash = combine(hash, hash_of_card(*site.edition.exercises[place]));
  return hash;
}

Value cards_of(const Site& site, const Group& group) {
  Value::List cards;
  cards.reserve(group.size());
  for (std::size_t place : group) cards.push_back(Value::reference_to(site.cards[place]));
  return cards;
}

// One page a term of a vocabulary, and one that lists them.
template <typename Terms, typename TermsOf>
void add_term_pages(const Site& site, const std::string& folder, const Terms& terms,
                    const std::vector<std::string>& texts, TermsOf terms_of,
                    std::vector<PageJob>& jobs) {
  const std::string address = "/" + folder + "/";
  std::vector<Group> groups = groups_by_term(site, terms.size(), terms_of);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    auto group = std::make_shared<const Group>(std::move(groups[t]));
    jobs.push_back(job_of(
        address + terms[t].id + "/", hash_of_cards(site, *group),
        [&site, &term = terms[t], &text = texts[t], folder, address, group](Diagnostics&) {
          PageView view = list_view("term", term.label, text);
          view.values.set("parent", object("title", site.phrases.get("lists." + folder + ".title"),
                                           "url", site.url(address)));
          view.values.set("exercises", cards_of(site, *group));
          return view;
        }));
  }
  jobs.push_back(job_of(address, 0, [&site, &terms, &texts, folder, address](Diagnostics&) {
    PageView view = named_list(site, "list", folder);
    Value items = Value::List();
    for (std::size_t t = 0; t < terms.size(); ++t)
      items.add(link_item(terms[t].label, site.url(address + terms[t].id + "/"), texts[t]));
    view.values.set("items", std::move(items));
    return view;
  }));
}

}  // namespace

// The library by position, which is what a person can do now.
void add_library_page(const Site& site, std::vector<PageJob>& jobs) {
  Hash inputs = 0;
  for (const auto& exercise : site.edition.exercises)
    inputs = combine(inputs, hash_of_card(*exercise));
  jobs.push_back(job_of("/exercises/", inputs, [&site](Diagnostics&) {
    PageView view = named_list(site, "library", "exercises");
    view.values.set("count", site.edition.exercises.size());
    Value groups = Value::List();
    const auto& postures = site.edition.terms.postures;
    const std::vector<Group> by_posture = groups_by_term(site, postures.size(), posture_of);
    for (std::size_t p = 0; p < postures.size(); ++p) {
      const Group& group = by_posture[p];
      if (group.empty()) continue;
      groups.add(object("title", Value::borrowed(postures[p].label), "id",
                        Value::borrowed(postures[p].id), "summary",
                        Value::borrowed(site.edition.term_texts.postures[p]), "exercises",
                        cards_of(site, group)));
    }
    view.values.set("groups", std::move(groups));
    view.values.set("filters", library_filters(site));
    return view;
  }));
}

void add_vocabulary_pages(const Site& site, std::vector<PageJob>& jobs) {
  const core::Catalogue& terms = site.edition.terms;
  const content::TermTexts& texts = site.edition.term_texts;
  add_term_pages(site, "postures", terms.postures, texts.postures, posture_of, jobs);
  add_term_pages(site, "targets", terms.targets, texts.targets, targets_of, jobs);
  add_term_pages(site, "equipment", terms.equipment, texts.equipment, equipment_of, jobs);
}

}  // namespace unclench::render
