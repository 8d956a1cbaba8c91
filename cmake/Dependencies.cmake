# Every library: the system's package first, else a download pinned by its hash.
include(FetchContent)
include(FindPkgConfig)
set(FETCHCONTENT_QUIET ON)

# Header-only libraries become interface targets over one folder. WebAssembly builds must not see the
# rest of /usr/include, so the folder holds a link to the one library.
function(header_only_library target probe name version url hash)
  cmake_parse_arguments(arg "" "SUBDIR" "" ${ARGN})
  find_path(${target}_INCLUDE_DIR ${probe} PATHS /usr/include /usr/local/include
            NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(${target}_INCLUDE_DIR)
    cmake_path(GET probe PARENT_PATH folder)
    if(folder STREQUAL "")
      set(folder ${probe})
    endif()
    set(linked ${CMAKE_BINARY_DIR}/system-headers/${target})
    file(MAKE_DIRECTORY ${linked})
    file(CREATE_LINK ${${target}_INCLUDE_DIR}/${folder} ${linked}/${folder} SYMBOLIC)
    set(include_dir ${linked})
  else()
    message(STATUS "${target}: not installed, downloading ${version}")
    FetchContent_Declare(${name} URL ${url} URL_HASH ${hash} DOWNLOAD_EXTRACT_TIMESTAMP FALSE)
    FetchContent_GetProperties(${name})
    if(NOT ${name}_POPULATED)
      FetchContent_Populate(${name})
    endif()
    set(include_dir ${${name}_SOURCE_DIR}/${arg_SUBDIR})
  endif()
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${include_dir})
endfunction()

header_only_library(nlohmann_json nlohmann/json.hpp json 3.11.2
  https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
  SHA256=8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f SUBDIR include)
header_only_library(doctest doctest/doctest.h doctest 2.4.9
  https://github.com/doctest/doctest/archive/refs/tags/v2.4.9.tar.gz
  SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856)

if(EMSCRIPTEN)
  return()
endif()

header_only_library(cli11 CLI/CLI.hpp cli11_source 2.3.2
  https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.3.2.tar.gz
  SHA256=aac0ab42108131ac5d3344a9db0fdf25c4db652296641955720a4fbe52334e22 SUBDIR include)

FetchContent_Declare(cmark
  URL https://github.com/commonmark/cmark/archive/0.30.2.tar.gz
  URL_HASH SHA256=6c7d2bcaea1433d977d8fed0b55b71c9d045a7cdf616e3cd2dce9007da753db3
  DOWNLOAD_EXTRACT_TIMESTAMP FALSE
  FIND_PACKAGE_ARGS)
set(CMARK_TESTS OFF)
set(CMARK_SHARED OFF)
FetchContent_MakeAvailable(cmark)
if(NOT TARGET cmark::cmark)
  add_library(cmark::cmark ALIAS cmark_static)
endif()

pkg_check_modules(yaml QUIET IMPORTED_TARGET yaml-0.1)
if(yaml_FOUND)
  add_library(libyaml ALIAS PkgConfig::yaml)
else()
  FetchContent_Declare(yaml_source
    URL https://github.com/yaml/libyaml/releases/download/0.2.5/yaml-0.2.5.tar.gz
    URL_HASH SHA256=c642ae9b75fee120b2d96c712538bd2cf283228d2337df2cf2988e3c02678ef4
    DOWNLOAD_EXTRACT_TIMESTAMP FALSE)
  FetchContent_MakeAvailable(yaml_source)
  add_library(libyaml ALIAS yaml)
endif()

pkg_check_modules(httplib QUIET IMPORTED_TARGET cpp-httplib)
if(httplib_FOUND)
  add_library(httplib ALIAS PkgConfig::httplib)
else()
  FetchContent_Declare(httplib_source
    URL https://github.com/yhirose/cpp-httplib/archive/refs/tags/v0.14.3.tar.gz
    URL_HASH SHA256=dcf6486d9030937636d8a4f820ca9531808fd7edb283893dddbaa05f99357e63
    DOWNLOAD_EXTRACT_TIMESTAMP FALSE)
  FetchContent_Populate(httplib_source)
  add_library(httplib INTERFACE)
  target_include_directories(httplib SYSTEM INTERFACE ${httplib_source_SOURCE_DIR})
endif()
