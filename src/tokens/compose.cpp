#include "tokens/compose.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "tokens/composition_tables.hpp"
#include "tokens/hangul.hpp"

namespace gramme::tokens {
namespace {

/// Characters below this one are settled: plain text needs no table.
constexpr std::uint32_t kFirstUnsettled = 0x300;

struct Character {
  std::uint32_t code_point = 0;
  unsigned order = 0;
};

/// The place of the first unsettled character at or after `at`, and of the character before it.
struct Unsettled {
  std::size_t before = 0;
  std::size_t at = 0;
};

[[nodiscard]] bool is_unsettled(CodePoint code_point) {
  return code_point.value >= kFirstUnsettled &&
         CompositionTables::instance().is_unsettled(code_point.value);
}

[[nodiscard]] Unsettled find_unsettled(std::string_view text, std::size_t from) {
  Unsettled found{from, from};
  while (found.at < text.size()) {
    const CodePoint next = decode_well_formed(text.data() + found.at);
    if (is_unsettled(next)) return found;
    found.before = found.at;
    found.at += next.size;
  }
  return {text.size(), text.size()};
}

/// The end of the run of unsettled characters at `at`.
[[nodiscard]] std::size_t skip_unsettled(std::string_view text, std::size_t at) {
  const CompositionTables& tables = CompositionTables::instance();
  while (at < text.size()) {
    const CodePoint next = decode_well_formed(text.data() + at);
    if (!tables.is_unsettled(next.value)) break;
    at += next.size;
  }
  return at;
}

/// Each decomposition is one step: its first part may decompose again. Syllables stay whole: what
/// can join one joins it whole, too.
void append_decomposed(std::uint32_t code_point, std::vector<Character>& out) {
  const CompositionTables& tables = CompositionTables::instance();
  const Decomposition* const parts = tables.decomposition_of(code_point);
  if (parts == nullptr) {
    out.push_back({code_point, tables.order_of(code_point)});
    return;
  }
  append_decomposed(parts->first, out);
  if (parts->second != 0) append_decomposed(parts->second, out);
}

/// Sorts a run of marks that move, those of one order in the order they came: one pass for each
/// order met, of which there are few.
void order_run(std::span<Character> run) {
  std::vector<Character> sorted;
  sorted.reserve(run.size());
  for (unsigned order = 1; sorted.size() < run.size(); ++order) {
    for (const Character& mark : run) {
      if (mark.order == order) sorted.push_back(mark);
    }
  }
  std::copy(sorted.begin(), sorted.end(), run.begin());
}

void order_marks(std::vector<Character>& characters) {
  for (std::size_t begin = 0; begin < characters.size();) {
    std::size_t end = begin;
    while (end < characters.size() && characters[end].order != 0) ++end;
    if (end - begin > 1) order_run(std::span(characters).subspan(begin, end - begin));
    begin = end + 1;
  }
}

/// The character that two make, or 0.
[[nodiscard]] std::uint32_t joined(std::uint32_t first, std::uint32_t second) {
  const std::uint32_t syllable = hangul::composed_of(first, second);
  return syllable != 0 ? syllable : CompositionTables::instance().composed_of(first, second);
}

/// Joins each character to the last one that does not move, where the two make one and nothing
/// between them is in the way.
void join(std::vector<Character>& characters) {
  std::size_t base = characters.size();
  std::size_t kept = 0;
  for (const Character next : characters) {
    const bool has_base = base < kept;
    const unsigned before = kept == 0 ? 0 : characters[kept - 1].order;
    const bool is_free = has_base && (base + 1 == kept || (before != 0 && before < next.order));
    const std::uint32_t whole = is_free ? joined(characters[base].code_point, next.code_point) : 0;
    if (whole != 0) {
      characters[base].code_point = whole;
      continue;
    }
    if (next.order == 0) base = kept;
    characters[kept++] = next;
  }
  characters.resize(kept);
}

void append_composed(std::string_view text, std::string& out) {
  std::vector<Character> characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_well_formed(text.data() + at);
    append_decomposed(next.value, characters);
    at += next.size;
  }
  order_marks(characters);
  join(characters);
  char bytes[4];
  for (const Character& character : characters) {
    out.append(bytes, encode(character.code_point, bytes));
  }
}

}  // namespace

std::size_t composed_prefix(std::string_view text) { return find_unsettled(text, 0).before; }

std::size_t settled_prefix(std::string_view text) {
  const CompositionTables& tables = CompositionTables::instance();
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t start = end - 1;
    while (start > 0 && is_continuation(text[start])) --start;
    if (!tables.is_unsettled(decode_well_formed(text.data() + start).value)) return start;
    end = start;
  }
  return 0;
}

std::string compose(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Unsettled unsettled = find_unsettled(text, at);
    out.append(text.substr(at, unsettled.before - at));
    at = skip_unsettled(text, unsettled.at);
    append_composed(text.substr(unsettled.before, at - unsettled.before), out);
  }
  return out;
}

ComposedText::ComposedText(std::string_view text) : view_(text) {
  if (composed_prefix(text) == text.size()) return;
  composed_ = compose(text);
  view_ = composed_;
}

}  // namespace gramme::tokens
