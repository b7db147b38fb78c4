// A text in any parts, with ends cut off in between: at every moment the count is that of a whole.
// The input says what is done: a byte for the size of the next part, then the part; 255 cuts.
#include "fuzz.hpp"

namespace {

constexpr std::uint8_t kCut = 255;
constexpr std::size_t kLongestPart = 40;

void play(gramme::TokenStream& stream, const gramme::Vocabulary& vocabulary,
          std::u16string_view input) {
  std::u16string text;
  while (!input.empty()) {
    const auto order = static_cast<std::uint8_t>(input[0]);
    input.remove_prefix(1);
    if (order == kCut && !input.empty()) {
      const std::size_t units = input[0] % (text.size() + 1);
      text.resize(units);
      stream.truncate(units);
      input.remove_prefix(1);
    }
    const std::u16string_view part = input.substr(0, order % kLongestPart);
    stream.append(part);
    text += part;
    input.remove_prefix(part.size());
    gramme::fuzz::require(stream.units() == text.size());
    (void)stream.tokens();
  }
  // A second stream gets the whole at once: the ways of both must meet.
  const auto counter = std::make_shared<gramme::TokenCounter>(
      std::shared_ptr<const gramme::Vocabulary>(std::shared_ptr<void>(), &vocabulary));
  gramme::TokenStream whole(counter);
  whole.append(std::u16string_view(text));
  gramme::fuzz::require(stream.tokens() == whole.tokens());
  stream.finish();
  whole.finish();
  gramme::fuzz::require(stream.tokens() == whole.tokens());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::u16string units(size / 2, u'\0');
  for (std::size_t i = 0; i < units.size(); ++i) {
    units[i] = static_cast<char16_t>(data[2 * i] | data[2 * i + 1] << 8);
  }
  static const auto counter =
      std::make_shared<gramme::TokenCounter>(gramme::fuzz::vocabularies().front());
  gramme::TokenStream stream(counter);
  play(stream, counter->vocabulary(), units);
  return 0;
}
