# Address and undefined-behaviour sanitizers for everything that is built.
option(UNCLENCH_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)
if(UNCLENCH_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
