# Picks a toolchain: a newer one named by the environment first, then the system's package.
set(_candidates "$ENV{EMSCRIPTEN_ROOT}" "$ENV{EMSDK}/upstream/emscripten" "/usr/share/emscripten")
foreach(_root IN LISTS _candidates)
  if(_root AND EXISTS "${_root}/cmake/Modules/Platform/Emscripten.cmake")
    set(GRAMME_EMSCRIPTEN_ROOT "${_root}")
    break()
  endif()
endforeach()
if(NOT GRAMME_EMSCRIPTEN_ROOT)
  message(FATAL_ERROR "No Emscripten found: install the system package `emscripten` or activate an emsdk.")
endif()

# Debian's acorn lies where a Node from elsewhere does not look (3.1.6 needs it when optimising).
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs" CACHE STRING "")
endif()
include("${GRAMME_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
