# The core's tests: the same sources natively and as WebAssembly.
add_executable(core_tests
  tests/core/main.cpp
  tests/core/answer_test.cpp
  tests/core/calendar_json_test.cpp
  tests/core/calendar_test.cpp
  tests/core/catalogue_json_test.cpp
  tests/core/code_json_test.cpp
  tests/core/damaged_code_test.cpp
  tests/core/dose_test.cpp
  tests/core/edit_distance_test.cpp
  tests/core/oracle_test.cpp
  tests/core/phrase_test.cpp
  tests/core/plain_text_test.cpp
  tests/core/plan_test.cpp
  tests/core/preferences_test.cpp
  tests/core/progress_property_test.cpp
  tests/core/progress_test.cpp
  tests/core/relaxation_test.cpp
  tests/core/replan_test.cpp
  tests/core/request_test.cpp
  tests/core/review_test.cpp
  tests/core/routine_code_test.cpp
  tests/core/sequence_json_test.cpp
  tests/core/smallest_subset_test.cpp
  tests/core/timeline_test.cpp)
target_include_directories(core_tests PRIVATE tests)
target_link_libraries(core_tests PRIVATE unclench_core doctest unclench_warnings)
add_test(NAME core_tests COMMAND core_tests)
