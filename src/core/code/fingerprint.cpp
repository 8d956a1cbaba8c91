#include "core/code/fingerprint.h"

#include <algorithm>
#include <initializer_list>

#include "base/sorting.h"
#include "core/code/stable_hash.h"

namespace unclench::core {
namespace {

void append(std::string& line, std::initializer_list<int> numbers) {
  for (int number : numbers) line += ' ' + std::to_string(number);
}

std::vector<std::size_t> stages_by_id(const Catalogue& catalogue) {
  std::vector<std::size_t> stages(catalogue.stages.size());
  for (std::size_t i = 0; i < stages.size(); ++i) stages[i] = i;
  sort_stably(stages, [&](std::size_t a, std::size_t b) {
    return catalogue.stages[a].id < catalogue.stages[b].id;
  });
  return stages;
}

std::string line_of(const Catalogue& catalogue, const Movement& movement,
                    const std::vector<std::size_t>& stages) {
  std::string line = "movement " + movement.id;
  append(line, {movement.sides, movement.tempo});
  for (std::size_t stage : stages) {
    const auto& dose = movement.doses[stage];
    if (!dose) continue;
    line += ' ' + catalogue.stages[stage].id;
    append(line, {dose->hold.low, dose->hold.high, dose->repetitions.low, dose->repetitions.high,
                  dose->sets.low, dose->sets.high, dose->rest});
  }
  return line + '\n';
}

}  // namespace

std::uint32_t fingerprint(const Catalogue& catalogue) {
  const std::vector<std::size_t> stages = stages_by_id(catalogue);
  std::vector<std::string> lines;
  for (const Movement& movement : catalogue.movements)
    lines.push_back(line_of(catalogue, movement, stages));
  for (std::size_t i = 0; i < catalogue.stages.size(); ++i)
    lines.push_back("stage " + catalogue.stages[i].id + ' ' +
                    std::to_string(catalogue.planner.stages[i].get_ready) + '\n');
  lines.push_back("switch " + std::to_string(catalogue.planner.switch_sides) + '\n');
  std::vector<const std::string*> sorted;
  for (const std::string& line : lines) sorted.push_back(&line);
  sort_stably(sorted, [](const std::string* a, const std::string* b) { return *a < *b; });
  std::string text;
  for (const std::string* line : sorted) text += *line;
  return short_hash(text, 24);
}

}  // namespace unclench::core
