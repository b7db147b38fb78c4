# Sources written at build time from data: Unicode classes and the catalog.
set(GRAMME_GENERATED_DIR "${CMAKE_SOURCE_DIR}/build/generated")
set(GRAMME_CATALOG_SOURCE "${CMAKE_BINARY_DIR}/shipped_document.cpp")
set(GRAMME_CPUS_SOURCE "${CMAKE_BINARY_DIR}/shipped_cpu_document.cpp")
set(GRAMME_VOCABULARY_DIR "${CMAKE_SOURCE_DIR}/build/vocabulary")
file(GLOB GRAMME_CONFIG CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/config/*.yaml"
  "${CMAKE_SOURCE_DIR}/config/local/*.yaml")

# The compiler of the catalog runs on the build machine; a WASM build takes the native one.
if(EMSCRIPTEN)
  set(GRAMME_CATALOG_TOOL "${CMAKE_SOURCE_DIR}/build/native/tools/native/gramme_catalog")
  if(NOT EXISTS "${GRAMME_CATALOG_TOOL}")
    message(FATAL_ERROR "Build the native preset first: the catalog is compiled by its tool.")
  endif()
else()
  set(GRAMME_CATALOG_TOOL "$<TARGET_FILE:gramme_catalog>")
endif()
add_custom_command(
  OUTPUT "${GRAMME_CATALOG_SOURCE}" "${GRAMME_CPUS_SOURCE}"
  COMMAND "${GRAMME_CATALOG_TOOL}" "${CMAKE_SOURCE_DIR}/config" "${GRAMME_CATALOG_SOURCE}"
          "${GRAMME_CPUS_SOURCE}"
  DEPENDS ${GRAMME_CONFIG} "${GRAMME_CATALOG_TOOL}"
  COMMENT "Compiling the catalog" VERBATIM)
