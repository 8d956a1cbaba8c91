// Writing out a template's program over values.
#pragma once

#include "render/template_program.h"

namespace unclench::render {

// Appends to `out`. The values are objects, from the outermost inwards; `page` is the program that
// stands for the page's own template, or null. Names that no value has, and a page that becomes too
// large, are reported.
void run_template(const TemplateProgram& program, const TemplateProgram* page,
                  std::vector<const Value*> values, std::string& out, Diagnostics& diagnostics);

}  // namespace unclench::render
