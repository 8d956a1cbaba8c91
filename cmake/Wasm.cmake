# The core for the browser, and its tests under Node.
target_compile_options(unclench_core PUBLIC -fno-exceptions -fno-rtti -flto)

# Where the search spends its time, speed counts more than size.
set_source_files_properties(
  src/core/search/extents.cpp
  src/core/search/near_paths.cpp
  src/core/search/near_tables.cpp
  src/core/search/network.cpp
  src/core/search/passage.cpp
  src/core/search/prices.cpp
  src/core/search/relaxation.cpp
  PROPERTIES COMPILE_OPTIONS -O3)

add_executable(core src/wasm/bridge.cpp)
target_link_libraries(core PRIVATE unclench_core unclench_warnings)
target_link_options(core PRIVATE -flto -Oz --no-entry -sSTANDALONE_WASM -sALLOW_MEMORY_GROWTH=1
  -sMALLOC=dlmalloc)
set_target_properties(core PROPERTIES SUFFIX .wasm
  RUNTIME_OUTPUT_DIRECTORY ${UNCLENCH_WASM_OUTPUT})

if(BUILD_TESTING)
  include(cmake/CoreTests.cmake)
  target_compile_definitions(core_tests PRIVATE DOCTEST_CONFIG_COLORS_NONE
    DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
  target_link_options(core_tests PRIVATE -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1)
  # Emscripten's script is CommonJS, while the project's own scripts are modules.
  file(WRITE ${CMAKE_BINARY_DIR}/package.json "{ \"type\": \"commonjs\" }\n")
endif()
