// The module of Node and of the command: also formulas, vocabularies of one's own, measurements,
// configs of one's own, files of use.
#include <emscripten/bind.h>

#include "wasm/door.hpp"

namespace {

using gramme::door::core;
using gramme::door::on_input;

std::string import_vocabulary(const std::string& request, unsigned bytes) {
  return on_input(bytes, [&](std::string_view file) {
    return gramme::import_vocabulary_call(core(), request, file);
  });
}

/// The vocabulary's file and the text stand one after the other in the memory.
std::string count_once(const std::string& request, unsigned vocabulary_bytes, unsigned bytes) {
  return on_input(bytes, [&](std::string_view input) {
    const std::string_view vocabulary = input.substr(0, vocabulary_bytes);
    return gramme::count_once_call(core(), request, {vocabulary, input.substr(vocabulary.size())});
  });
}

std::string validate(const std::string& request, unsigned bytes) {
  return on_input(
      bytes, [&](std::string_view csv) { return gramme::validate_call(core(), request, csv); });
}

std::string calibrate(const std::string& request, unsigned bytes) {
  return on_input(
      bytes, [&](std::string_view part) { return gramme::calibrate_call(core(), request, part); });
}

std::string analyse(const std::string& request, unsigned bytes) {
  return on_input(
      bytes, [&](std::string_view part) { return gramme::analyse_call(core(), request, part); });
}

std::string load_overlay(unsigned bytes) {
  return on_input(bytes,
                  [](std::string_view yaml) { return gramme::load_overlay_call(core(), yaml); });
}

std::string decide(const std::string& request, unsigned bytes) {
  return on_input(
      bytes, [&](std::string_view matrix) { return gramme::decide_call(core(), request, matrix); });
}

std::string calculate(const std::string& request, unsigned bytes) {
  return on_input(bytes, [&](std::string_view config) {
    return gramme::calculate_call(core(), request, config);
  });
}

std::string service_budgets(unsigned bytes) {
  return on_input(bytes, [](std::string_view yaml) { return gramme::service_budgets_call(yaml); });
}

std::string totals(unsigned rows, unsigned bytes) {
  return on_input(
      bytes, [&](std::string_view packed) { return gramme::totals_call(core(), rows, packed); });
}

}  // namespace

gramme::Core gramme::door::make() { return make_full_core(); }

EMSCRIPTEN_BINDINGS(gramme_full) {
  emscripten::function("importVocabulary", &import_vocabulary);
  emscripten::function("countOnce", &count_once);
  emscripten::function("totals", &totals);
  emscripten::function("validate", &validate);
  emscripten::function("calibrate", &calibrate);
  emscripten::function("analyse", &analyse);
  emscripten::function("loadOverlay", &load_overlay);
  emscripten::function("decide", &decide);
  emscripten::function("calculate", &calculate);
  emscripten::function("serviceBudgets", &service_budgets);
}
