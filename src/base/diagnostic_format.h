// Diagnostics for people, for programs and for GitHub's pages.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace unclench {

enum class DiagnosticFormat {
  text,    // "path:line:column: error: message [id]" or "warning:", the line, a caret span and the
           // help
  json,    // one array of objects
  github,  // annotations of a workflow
};

std::string format_diagnostics(const Diagnostics& diagnostics,
                               DiagnosticFormat format = DiagnosticFormat::text,
                               bool colour = false);

}  // namespace unclench
