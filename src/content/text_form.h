// The forms of texts that mean something: dates, addresses, languages.
#pragma once

#include <optional>

#include "content/shape.h"

namespace unclench::content {

// What is wrong with the text, to stand after its name; empty when it has the form.
std::string problem_of_form(Shape::Form form, const std::string& text);

// What to write instead; empty where the problem says it.
std::string help_of_form(Shape::Form form);

// A regular expression for the form, as JSON Schema wants it; empty when any text will do.
std::string pattern_of_form(Shape::Form form);

// Whether a scalar without quotes is a number or a flag in YAML 1.2, and so no text.
bool is_number_or_flag(const YamlNode& node);

// The number that a plain scalar is.
std::optional<int> whole_number(const YamlNode& node);
// Likewise, perhaps with a fraction: -12 or 1.5.
std::optional<double> decimal_number(const YamlNode& node);

}  // namespace unclench::content
