# The system's Emscripten, as Debian and Ubuntu package it.
set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
set(CMAKE_CROSSCOMPILING_EMULATOR node --no-experimental-fetch)
# -Oz alone would not inline at all, which makes the planner many times slower.
set(CMAKE_CXX_FLAGS_INIT "-sINLINING_LIMIT=0")
include(/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake)
