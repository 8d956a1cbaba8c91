// The files of an edition: what each kind may hold.
#pragma once

#include "content/shape.h"

namespace unclench::content {

inline constexpr int most_terms = 32;  // of a vocabulary; the planner keeps sets of them in a word

// The sections that a page must have, in their order.
const std::vector<std::string>& exercise_sections();
const std::vector<std::string>& condition_sections();

const Shape& exercise_shape();
const Shape& article_shape();
const Shape& routine_shape();
const Shape& condition_shape();
const Shape& guide_shape();
const Shape& page_shape();
const Shape& translation_shape();

// `figure:` of an exercise, content/figures.yaml, and a pose of either.
Shape figure_of_exercise();
const Shape& figures_shape();

const Shape& vocabulary_shape();
const Shape& vocabulary_translation_shape();
const Shape& planner_shape();
const Shape& explanations_shape();
const Shape& references_shape();
const Shape& dose_bands_shape();
const Shape& site_shape();

// The kinds of files by name, for the published schemas: "exercise", "source" and so on.
struct NamedShape {
  const char* name;
  const char* files;  // which ones: "content/exercises/*.md"
  const Shape& (*shape)();
};
const std::vector<NamedShape>& all_shapes();

}  // namespace unclench::content
