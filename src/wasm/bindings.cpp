// What both modules open to scripts: JSON text in and out, bytes for texts and vocabularies. Only
// the files of this folder know Emscripten.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cstring>

#include "api/fast_count.hpp"
#include "wasm/door.hpp"

namespace {

using gramme::door::core;
using gramme::door::input;
using gramme::door::input_text;
using gramme::door::on_input;
using gramme::door::release_large_input;

/// A view of at least that many bytes to write into; valid until the next call.
emscripten::val reserve(unsigned bytes) {
  if (input().size() < bytes) input().resize(bytes);
  return emscripten::val(emscripten::typed_memory_view(
      input().size(), reinterpret_cast<unsigned char*>(input().data())));
}

/// The text that was handed over as UTF-16 units.
std::u16string_view input_units(unsigned units) {
  const std::size_t most = input().size() / sizeof(char16_t);
  return {reinterpret_cast<const char16_t*>(input().data()), std::min<std::size_t>(units, most)};
}

std::string count(const std::string& request, unsigned bytes) {
  return on_input(bytes,
                  [&](std::string_view text) { return gramme::count_call(core(), request, text); });
}

std::string load_vocabulary(const std::string& name, unsigned bytes) {
  return on_input(bytes, [&](std::string_view text) {
    return gramme::load_vocabulary_call(core(), name, text);
  });
}

std::string encode(const std::string& request, unsigned bytes) {
  return on_input(
      bytes, [&](std::string_view text) { return gramme::encode_call(core(), request, text); });
}

std::string tokenizer(const std::string& request) {
  return gramme::tokenizer_call(core(), request);
}

std::string problem() { return core().problem; }

/// The envelope of the last call of the door.
std::string& answer_text() {
  static std::string text;
  return text;
}

/// The answer of the last fast call.
gramme::Range& answer() {
  static gramme::Range range;
  return range;
}

double answer_with(const gramme::Range& range) {
  answer() = range;
  release_large_input();
  return range.central;
}

/// A stream's number as JavaScript holds it; no stream has the number 0.
gramme::StreamNumber number_of(double stream) {
  constexpr double kMost = 9007199254740991.0;
  return stream >= 0.0 && stream <= kMost ? static_cast<gramme::StreamNumber>(stream) : 0;
}

}  // namespace

// Called for every text and estimate: plain exports, because an Embind call costs more than they.
extern "C" {

/// Calls a function of the door: its name and its request stand one after the other in the memory.
/// How many bytes its envelope has.
EMSCRIPTEN_KEEPALIVE unsigned gramme_call(unsigned name_bytes, unsigned bytes) {
  const std::string_view text = input_text(bytes);
  const std::string_view name = text.substr(0, name_bytes);
  answer_text() = gramme::call(core(), name, text.substr(name.size()));
  release_large_input();
  return static_cast<unsigned>(answer_text().size());
}

/// Where that envelope stands until the next call.
EMSCRIPTEN_KEEPALIVE const char* gramme_answer() { return answer_text().data(); }

EMSCRIPTEN_KEEPALIVE double gramme_count(unsigned tokenizer, unsigned bytes) {
  return answer_with(gramme::count_fast(core(), tokenizer, input_text(bytes)));
}

/// Counts texts that a zero byte ends each; their ranges take the place of the texts.
EMSCRIPTEN_KEEPALIVE double gramme_count_many(unsigned tokenizer, unsigned texts, unsigned bytes) {
  std::vector<gramme::Range> counts(std::min(texts, bytes));
  const double counted = gramme::count_many_fast(core(), tokenizer, input_text(bytes), counts);
  const std::size_t size = counts.size() * sizeof(gramme::Range);
  if (input().size() < size) input().resize(size);
  std::memcpy(input().data(), counts.data(), size);
  return counted;
}

EMSCRIPTEN_KEEPALIVE double gramme_open_stream(unsigned tokenizer) {
  return gramme::open_stream(core(), tokenizer);
}

EMSCRIPTEN_KEEPALIVE double gramme_append_utf8(double stream, unsigned bytes) {
  return answer_with(gramme::append_utf8(core(), number_of(stream), input_text(bytes)));
}

EMSCRIPTEN_KEEPALIVE double gramme_append_utf16(double stream, unsigned units) {
  return answer_with(gramme::append_utf16(core(), number_of(stream), input_units(units)));
}

EMSCRIPTEN_KEEPALIVE double gramme_truncate(double stream, unsigned units) {
  return answer_with(gramme::truncate_stream(core(), number_of(stream), units));
}

EMSCRIPTEN_KEEPALIVE double gramme_finish(double stream) {
  return answer_with(gramme::finish_stream(core(), number_of(stream)));
}

EMSCRIPTEN_KEEPALIVE void gramme_close_stream(double stream) {
  gramme::close_stream(core(), number_of(stream));
}

EMSCRIPTEN_KEEPALIVE double gramme_low() { return answer().low; }
EMSCRIPTEN_KEEPALIVE double gramme_high() { return answer().high; }
}

EMSCRIPTEN_BINDINGS(gramme) {
  emscripten::function("reserve", &reserve);
  emscripten::function("count", &count);
  emscripten::function("loadVocabulary", &load_vocabulary);
  emscripten::function("encode", &encode);
  emscripten::function("tokenizer", &tokenizer);
  emscripten::function("problem", &problem);
}
