#include "tokens/special_tokens.hpp"

#include <algorithm>
#include <charconv>

namespace gramme::tokens {
namespace {

/// The number of a reserved token at the start of the text, and how many bytes the token has.
struct Numbered {
  std::uint32_t id = 0;
  std::size_t size = 0;
};

[[nodiscard]] std::optional<Numbered> reserved_at(const ReservedTokens& range,
                                                  std::string_view text) {
  if (text.substr(0, range.prefix.size()) != range.prefix) return std::nullopt;
  const std::string_view rest = text.substr(range.prefix.size());
  std::uint32_t number = 0;
  const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  const auto digits = static_cast<std::size_t>(read.ptr - rest.data());
  const bool has_leading_zero = digits > 1 && rest[0] == '0';
  if (read.ec != std::errc{} || has_leading_zero) return std::nullopt;
  const bool is_in_range =
      number >= range.first_number && number - range.first_number < range.count;
  if (!is_in_range || rest.substr(digits, range.suffix.size()) != range.suffix) return std::nullopt;
  return Numbered{range.first_id + (number - range.first_number),
                  range.prefix.size() + digits + range.suffix.size()};
}

/// The longest special token at the start of the text.
[[nodiscard]] std::optional<Numbered> special_at(const SpecialTokens& specials,
                                                 std::string_view text) {
  Numbered best;
  for (const SpecialToken& named : specials.named) {
    const bool is_here =
        named.text.size() > best.size && text.substr(0, named.text.size()) == named.text;
    if (is_here) best = {named.id, named.text.size()};
  }
  for (const ReservedTokens& range : specials.reserved) {
    const std::optional<Numbered> found = reserved_at(range, text);
    if (found && found->size > best.size) best = *found;
  }
  if (best.size == 0) return std::nullopt;
  return best;
}

/// The characters that a special token begins with.
[[nodiscard]] std::string first_letters(const SpecialTokens& specials) {
  std::string letters;
  const auto add = [&](std::string_view text) {
    if (!text.empty() && letters.find(text[0]) == std::string::npos) letters += text[0];
  };
  for (const SpecialToken& named : specials.named) add(named.text);
  for (const ReservedTokens& range : specials.reserved) add(range.prefix);
  return letters;
}

}  // namespace

std::optional<FoundSpecial> find_special(const SpecialTokens& specials, std::string_view text,
                                         std::size_t from) {
  const std::string letters = first_letters(specials);
  if (letters.empty()) return std::nullopt;
  for (std::size_t at = text.find_first_of(letters, from); at != std::string_view::npos;
       at = text.find_first_of(letters, at + 1)) {
    const std::optional<Numbered> found = special_at(specials, text.substr(at));
    if (found) return FoundSpecial{at, found->size, found->id};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> id_of_special(const SpecialTokens& specials, std::string_view text) {
  const std::optional<Numbered> found = special_at(specials, text);
  if (!found || found->size != text.size()) return std::nullopt;
  return found->id;
}

std::optional<std::string> text_of_special(const SpecialTokens& specials, std::uint32_t id) {
  for (const SpecialToken& named : specials.named) {
    if (named.id == id) return named.text;
  }
  for (const ReservedTokens& range : specials.reserved) {
    if (id < range.first_id || id - range.first_id >= range.count) continue;
    const std::uint32_t number = range.first_number + (id - range.first_id);
    return range.prefix + std::to_string(number) + range.suffix;
  }
  return std::nullopt;
}

}  // namespace gramme::tokens
