# Every third-party library, found or fetched here only; none is committed.

# nlohmann_json: header only. For WASM the one directory is linked into the build tree, because
# /usr/include as a whole would bring the host's C library headers with it.
find_path(GRAMME_NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include NO_DEFAULT_PATH)
if(NOT GRAMME_NLOHMANN_DIR)
  message(FATAL_ERROR "nlohmann_json is missing: run `npm run setup` (Debian package nlohmann-json3-dev).")
endif()
find_path(GRAMME_CATCH2_DIR catch2/catch.hpp PATHS /usr/include NO_DEFAULT_PATH)

set(_headers "${CMAKE_BINARY_DIR}/headers")
file(MAKE_DIRECTORY "${_headers}")
file(CREATE_LINK "${GRAMME_NLOHMANN_DIR}/nlohmann" "${_headers}/nlohmann" SYMBOLIC)
if(GRAMME_CATCH2_DIR)
  file(CREATE_LINK "${GRAMME_CATCH2_DIR}/catch2" "${_headers}/catch2" SYMBOLIC)
endif()
add_library(gramme_nlohmann INTERFACE)
target_include_directories(gramme_nlohmann SYSTEM INTERFACE "${_headers}")
add_library(gramme_catch2 INTERFACE)
target_include_directories(gramme_catch2 SYSTEM INTERFACE "${_headers}")

# yaml-cpp: the system library natively; for WASM from source, unpacked by `npm run setup` under
# build/_deps, else fetched at the pinned tag.
if(NOT EMSCRIPTEN)
  find_package(yaml-cpp QUIET)
endif()
if(NOT TARGET yaml-cpp)
  set(YAML_CPP_BUILD_TESTS OFF CACHE INTERNAL "")
  set(YAML_CPP_BUILD_TOOLS OFF CACHE INTERNAL "")
  set(YAML_CPP_BUILD_CONTRIB OFF CACHE INTERNAL "")
  set(YAML_CPP_INSTALL OFF CACHE INTERNAL "")
  set(CMAKE_POLICY_VERSION_MINIMUM 3.5)
  set(_source "${CMAKE_SOURCE_DIR}/build/_deps/yaml-cpp")
  if(EXISTS "${_source}/CMakeLists.txt")
    add_subdirectory("${_source}" "${CMAKE_BINARY_DIR}/yaml-cpp" EXCLUDE_FROM_ALL SYSTEM)
  else()
    include(FetchContent)
    FetchContent_Declare(yaml-cpp GIT_REPOSITORY https://github.com/jbeder/yaml-cpp
      GIT_TAG yaml-cpp-0.7.0 GIT_SHALLOW TRUE)
    FetchContent_MakeAvailable(yaml-cpp)
  endif()
endif()
