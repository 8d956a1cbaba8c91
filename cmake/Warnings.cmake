# Warnings for our own code; errors only when this is the top-level project.
add_library(unclench_warnings INTERFACE)
target_compile_options(unclench_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wnon-virtual-dtor -Woverloaded-virtual)
# GCC 12 warns of overlaps in its own std::string where there are none (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(unclench_warnings INTERFACE -Wno-restrict)
endif()
if(PROJECT_IS_TOP_LEVEL)
  target_compile_options(unclench_warnings INTERFACE -Werror)
endif()
