#include "tokens/composition_tables.hpp"

#include <algorithm>
#include <span>

#include "tokens/hangul.hpp"
#include "unicode_composition.inc"

namespace gramme::tokens {
namespace {

constexpr std::int32_t kFirstMark = 0x300;

/// Reads the numbers of tools/unicode/generate.mjs: 7 bits per byte, low bits first.
class NumberReader {
 public:
  explicit NumberReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  [[nodiscard]] bool is_at_end() const { return at_ == bytes_.size(); }

  [[nodiscard]] std::uint32_t next() {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint32_t byte = bytes_[at_++];
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

/// A difference written as 0, -1, 1, -2, 2, …
[[nodiscard]] std::int32_t from_zigzag(std::uint32_t value) {
  const auto half = static_cast<std::int32_t>((value + 1) / 2);
  return value % 2 == 0 ? half : -half;
}

[[nodiscard]] std::uint32_t moved(std::uint32_t from, std::int32_t by) {
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(from) + by);
}

[[nodiscard]] std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) {
  return static_cast<std::uint64_t>(first) << 32 | second;
}

/// What a sorted list has under a key; null if nothing.
template <typename Entry>
[[nodiscard]] const Entry* find(const std::vector<std::pair<std::uint64_t, Entry>>& sorted,
                                std::uint64_t key) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), key,
                                      [](const std::pair<std::uint64_t, Entry>& entry,
                                         std::uint64_t k) { return entry.first < k; });
  return found == sorted.end() || found->first != key ? nullptr : &found->second;
}

}  // namespace

const CompositionTables& CompositionTables::instance() {
  static const CompositionTables tables;
  return tables;
}

CompositionTables::CompositionTables() {
  unpack_decompositions();
  unpack_mark_order();
  for (std::uint32_t i = 0; i < hangul::kVowels; ++i) mark_unsettled(hangul::kFirstVowel + i);
  for (std::uint32_t i = 1; i < hangul::kTails; ++i) mark_unsettled(hangul::kBeforeTails + i);
}

void CompositionTables::unpack_decompositions() {
  NumberReader numbers(kPackedDecompositions);
  std::uint32_t code_point = 0;
  std::uint32_t first = 0;
  while (!numbers.is_at_end()) {
    code_point += numbers.next();
    first = moved(first, from_zigzag(numbers.next()));
    const std::uint32_t joined = numbers.next();
    const bool is_composed = joined % 2 == 0 && joined > 0;
    const std::uint32_t second = joined == 0 ? 0 : moved(kFirstMark, from_zigzag((joined - 1) / 2));
    decompositions_.emplace_back(code_point, Decomposition{first, second});
    if (is_composed) {
      compositions_.emplace_back(pair_of(first, second), code_point);
      mark_unsettled(second);
    } else {
      mark_unsettled(code_point);
    }
  }
  std::sort(compositions_.begin(), compositions_.end());
}

void CompositionTables::unpack_mark_order() {
  NumberReader numbers(kPackedMarkOrder);
  std::uint32_t code_point = 0;
  while (!numbers.is_at_end()) {
    code_point += numbers.next();
    const std::uint32_t end = code_point + numbers.next();
    runs_.push_back({code_point, end, numbers.next()});
    for (; code_point < end; ++code_point) mark_unsettled(code_point);
  }
}

void CompositionTables::mark_unsettled(std::uint32_t code_point) {
  const std::size_t word = code_point >> 5;
  if (unsettled_.size() <= word) unsettled_.resize(word + 1);
  unsettled_[word] |= 1U << (code_point & 31);
}

unsigned CompositionTables::order_of(std::uint32_t code_point) const {
  const auto run = std::upper_bound(
      runs_.begin(), runs_.end(), code_point,
      [](std::uint32_t wanted, const MarkRun& entry) { return wanted < entry.end; });
  return run == runs_.end() || code_point < run->begin ? 0 : run->order;
}

const Decomposition* CompositionTables::decomposition_of(std::uint32_t code_point) const {
  return find(decompositions_, code_point);
}

std::uint32_t CompositionTables::composed_of(std::uint32_t first, std::uint32_t second) const {
  const std::uint32_t* const found = find(compositions_, pair_of(first, second));
  return found == nullptr ? 0 : *found;
}

}  // namespace gramme::tokens
