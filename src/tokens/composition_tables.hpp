#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace gramme::tokens {

/// A canonical decomposition in one step. Without a second part the first one replaces it.
struct Decomposition {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

/// What composing needs to know of characters; unpacked when first asked for.
class CompositionTables {
 public:
  [[nodiscard]] static const CompositionTables& instance();

  /// Whether a text may change at this character: a mark that moves, or one that joins what is
  /// before it, or one that is never written itself.
  [[nodiscard]] bool is_unsettled(std::uint32_t code_point) const {
    const std::size_t word = code_point >> 5;
    return word < unsettled_.size() && (unsettled_[word] >> (code_point & 31) & 1) != 0;
  }

  /// The place of its combining class among all classes; 0 for what does not move.
  [[nodiscard]] unsigned order_of(std::uint32_t code_point) const;

  /// Null when it has none. Hangul syllables are not in the tables.
  [[nodiscard]] const Decomposition* decomposition_of(std::uint32_t code_point) const;

  /// The character that two others make, or 0.
  [[nodiscard]] std::uint32_t composed_of(std::uint32_t first, std::uint32_t second) const;

 private:
  CompositionTables();

  void unpack_decompositions();
  void unpack_mark_order();
  void mark_unsettled(std::uint32_t code_point);

  /// By code point.
  std::vector<std::pair<std::uint64_t, Decomposition>> decompositions_;
  /// By the two parts.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> compositions_;
  /// Runs of marks of one order, by the code point after the last.
  struct MarkRun {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    unsigned order = 0;
  };
  std::vector<MarkRun> runs_;
  std::vector<std::uint32_t> unsettled_;
};

}  // namespace gramme::tokens
