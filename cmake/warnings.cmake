# Flags every target of the project compiles with.
add_library(gramme_warnings INTERFACE)
target_compile_options(gramme_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror)

# Native and WASM must agree to the last digits: no fused multiply-add.
add_compile_options(-ffp-contract=off)

if(GRAMME_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()

if(GRAMME_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
  # Link-time optimisation takes an eighth off the size.
  add_compile_options(-fwasm-exceptions -flto)
  add_link_options(-fwasm-exceptions -flto)
endif()
