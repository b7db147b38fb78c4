#include "tokens/scan.hpp"

namespace gramme::tokens {
namespace {

/// LATIN SMALL LETTER LONG S in UTF-8.
constexpr char kLongS[] = "\xC5\xBF";

[[nodiscard]] char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

const char* skip_contraction(const char* text, const char* end) {
  if (end - text < 2 || *text != '\'') return text;
  const char first = to_lower(text[1]);
  if (first == 's' || first == 't' || first == 'm' || first == 'd') return text + 2;
  if (end - text < 3) return text;
  const char second = to_lower(text[2]);
  const bool is_pair = ((first == 'r' || first == 'v') && second == 'e') ||
                       (first == 'l' && second == 'l') ||
                       (text[1] == kLongS[0] && text[2] == kLongS[1]);
  return is_pair ? text + 3 : text;
}

void extend(WhiteSpace& run, const char* text, const char* end) {
  while (text < end) {
    const Scanned next = scan(text);
    if (!next.is_in(kSpaces)) break;
    run.last = text;
    text += next.size;
    if (next.is_in(kNewlines)) run.after_newline = text;
  }
  run.end = text;
}

}  // namespace gramme::tokens
