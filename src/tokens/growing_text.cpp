#include "tokens/growing_text.hpp"

#include <algorithm>
#include <cstring>

#include "tokens/utf8.hpp"

namespace gramme::tokens {
namespace {

[[nodiscard]] bool is_high_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xD800; }
[[nodiscard]] bool is_low_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

/// UTF-16 units of a character that starts with this byte; 0 within a character.
[[nodiscard]] std::size_t units_of(char byte) {
  if (is_continuation(byte)) return 0;
  return size_of_character(byte) == 4 ? 2 : 1;
}

[[nodiscard]] std::size_t units_of(std::string_view text) {
  std::size_t units = 0;
  for (const char byte : text) units += units_of(byte);
  return units;
}

}  // namespace

void GrowingText::append(std::string_view utf8) {
  drop_held_unit();
  std::string joined;
  if (!held_bytes_.empty()) {
    joined.swap(held_bytes_);
    joined.append(utf8);
    utf8 = joined;
  }
  const std::size_t held = unfinished_suffix(utf8);
  held_bytes_.assign(utf8.substr(utf8.size() - held));
  const WellFormedText whole(utf8.substr(0, utf8.size() - held));
  put(whole.view());
  units_ += units_of(whole.view());
}

void GrowingText::append(std::u16string_view units) {
  drop_held_bytes();
  make_room(3 * (units.size() + 1));
  for (const char16_t unit : units) {
    if (unit < kFirstNonAscii && held_unit_ == 0) {
      bytes_[size_++] = static_cast<char>(unit);
      ++units_;
    } else if (held_unit_ != 0 && is_low_surrogate(unit)) {
      const char32_t high = static_cast<char32_t>(held_unit_ & 0x3FF) << 10;
      held_unit_ = 0;
      put_code_point(kFirstFourByte + (high | (unit & 0x3FF)));
    } else {
      drop_held_unit();
      if (is_high_surrogate(unit))
        held_unit_ = unit;
      else
        put_code_point(is_low_surrogate(unit) ? char32_t{0xFFFD} : char32_t{unit});
    }
  }
}

void GrowingText::finish() {
  drop_held_bytes();
  drop_held_unit();
}

GrowingText::Place GrowingText::place_of(std::size_t bytes, Place known) const {
  if (size_ - bytes < bytes - known.bytes) {
    return {bytes, units_ - units_of(view().substr(bytes))};
  }
  return {bytes, known.units + units_of(view().substr(known.bytes, bytes - known.bytes))};
}

void GrowingText::truncate(std::size_t units, Place known) {
  held_bytes_.clear();
  held_unit_ = 0;
  if (units == units_) return hold_lone_half_again();
  while (known.units < units) {
    const char* const at = bytes_.data() + known.bytes;
    const CodePoint next = decode_well_formed(at);
    const std::size_t step = units_of(*at);
    if (known.units + step > units) {
      // Within a pair: its first half stays, as the script side sees it.
      held_unit_ = static_cast<char16_t>(0xD800 + ((next.value - kFirstFourByte) >> 10));
      break;
    }
    known = {known.bytes + next.size, known.units + step};
  }
  std::fill(bytes_.data() + known.bytes, bytes_.data() + size_, '\0');
  size_ = known.bytes;
  units_ = known.units;
  hold_lone_half_again();
}

void GrowingText::hold_lone_half_again() {
  while (!lone_halves_.empty() && lone_halves_.back().end > size_) lone_halves_.pop_back();
  if (held_unit_ != 0 || lone_halves_.empty() || lone_halves_.back().end != size_) return;
  held_unit_ = lone_halves_.back().unit;
  lone_halves_.pop_back();
  std::fill_n(bytes_.data() + size_ - kReplacement.size(), kReplacement.size(), '\0');
  size_ -= kReplacement.size();
  --units_;
}

void GrowingText::make_room(std::size_t bytes) {
  const std::size_t needed = size_ + bytes + kSlack;
  if (bytes_.size() < needed) bytes_.resize(std::max(needed, bytes_.size() * 3 / 2));
}

void GrowingText::put(std::string_view well_formed) {
  make_room(well_formed.size());
  std::memcpy(bytes_.data() + size_, well_formed.data(), well_formed.size());
  size_ += well_formed.size();
}

void GrowingText::put_code_point(char32_t code_point) {
  char bytes[4];
  const std::size_t size = encode(code_point, bytes);
  put({bytes, size});
  units_ += code_point < kFirstFourByte ? 1 : 2;
}

void GrowingText::drop_held_bytes() {
  if (held_bytes_.empty()) return;
  held_bytes_.clear();
  put(kReplacement);
  ++units_;
}

void GrowingText::drop_held_unit() {
  if (held_unit_ == 0) return;
  put(kReplacement);
  ++units_;
  lone_halves_.push_back({size_, held_unit_});
  held_unit_ = 0;
}

}  // namespace gramme::tokens
