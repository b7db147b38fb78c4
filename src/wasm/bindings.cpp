// The only file that knows Emscripten: JSON text in and out, bytes for texts and vocabularies.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <vector>

#include "api/call.hpp"

namespace {

gramme::Core& core() {
  static gramme::Core instance = gramme::make_core();
  return instance;
}

/// Bytes handed over by the script side; grows to the largest text, shrinks after large ones.
std::vector<char>& input() {
  static std::vector<char> buffer;
  return buffer;
}

constexpr std::size_t kKeptInputBytes = 1U << 20U;

void release_large_input() {
  if (input().size() > kKeptInputBytes) std::vector<char>().swap(input());
}

/// A view of at least that many bytes to write into; valid until the next call.
emscripten::val reserve(unsigned bytes) {
  if (input().size() < bytes) input().resize(bytes);
  return emscripten::val(emscripten::typed_memory_view(
      input().size(), reinterpret_cast<unsigned char*>(input().data())));
}

std::string call(const std::string& name, const std::string& request) {
  return gramme::call(core(), name, request);
}

std::string count(const std::string& request, unsigned bytes) {
  const std::string_view text(input().data(), std::min<std::size_t>(bytes, input().size()));
  std::string answer = gramme::count_call(core(), request, text);
  release_large_input();
  return answer;
}

std::string load_vocabulary(const std::string& name, unsigned bytes) {
  const std::string_view file(input().data(), std::min<std::size_t>(bytes, input().size()));
  std::string answer = gramme::load_vocabulary_call(core(), name, file);
  release_large_input();
  return answer;
}

}  // namespace

EMSCRIPTEN_BINDINGS(gramme) {
  emscripten::function("call", &call);
  emscripten::function("reserve", &reserve);
  emscripten::function("count", &count);
  emscripten::function("loadVocabulary", &load_vocabulary);
}
