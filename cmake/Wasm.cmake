# The core for the browser, and its tests under Node.
target_compile_options(unclench_core PUBLIC -fno-exceptions -fno-rtti -flto)

# Where the search spends most of its time, speed counts more than size.
foreach(part near_paths passage network relaxation local_search near_tables extents)
  set_source_files_properties(src/core/search/${part}.cpp PROPERTIES COMPILE_OPTIONS -O3)
endforeach()

# The lexer of the JSON library gets its numbers from numbers.cpp.
function(browser_module name)
  add_executable(${name} src/wasm/bridge.cpp src/wasm/numbers.cpp src/wasm/${name}_questions.cpp)
  target_link_libraries(${name} PRIVATE unclench_core unclench_warnings)
  target_link_options(${name} PRIVATE -flto -Oz --no-entry -sSTANDALONE_WASM
    -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc
    -Wl,--wrap=strtod,--wrap=strtoull,--wrap=strtoll
    # A call is smaller than what LLVM takes it for.
    -Wl,-mllvm,-inline-threshold=-25,-mllvm,-inline-call-penalty=5)
  set_target_properties(${name} PROPERTIES SUFFIX .wasm
    RUNTIME_OUTPUT_DIRECTORY ${UNCLENCH_WASM_OUTPUT})
endfunction()

browser_module(core)
browser_module(record)

if(BUILD_TESTING)
  include(cmake/CoreTests.cmake)
  target_compile_definitions(core_tests PRIVATE DOCTEST_CONFIG_COLORS_NONE
    DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
  target_link_options(core_tests PRIVATE -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1)
  # Emscripten's script is CommonJS, while the project's own scripts are modules.
  file(WRITE ${CMAKE_BINARY_DIR}/package.json "{ \"type\": \"commonjs\" }\n")
endif()
