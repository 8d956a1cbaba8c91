# What `./dev bench` needs besides the program. Built only when asked for by name.
add_executable(cmark_floor EXCLUDE_FROM_ALL tests/bench/generator/native/cmark_floor.cpp)
target_link_libraries(cmark_floor PRIVATE cmark::cmark unclench_warnings Threads::Threads)
add_executable(bench_measure EXCLUDE_FROM_ALL tests/bench/generator/native/bench_measure.cpp)
target_link_libraries(bench_measure PRIVATE unclench_warnings)
add_executable(plan_timer EXCLUDE_FROM_ALL tests/bench/planner/native/plan_timer.cpp)
target_link_libraries(plan_timer PRIVATE unclench_core unclench_warnings)
add_executable(figure_timer EXCLUDE_FROM_ALL tests/bench/figures/native/figure_timer.cpp
  src/cli/pipeline.cpp)
target_link_libraries(figure_timer PRIVATE unclench_generator unclench_warnings)
if(mimalloc_FOUND AND NOT UNCLENCH_SANITIZE)
  target_sources(figure_timer PRIVATE src/cli/allocator.cpp)
  target_link_libraries(figure_timer PRIVATE mimalloc)
endif()
