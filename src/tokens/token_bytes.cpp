#include "tokens/token_bytes.hpp"

#include <algorithm>
#include <cstring>

#include "tokens/hash.hpp"
#include "tokens/token_class.hpp"
#include "tokens/utf8.hpp"

namespace gramme::tokens {
namespace {

/// Copies are made in words: up to this many bytes beyond the end are read and written too.
constexpr std::size_t kCopySlack = 8;

void copy_words(char* to, const char* from, std::size_t size) {
  for (std::size_t i = 0; i < size; i += kCopySlack) {
    const std::uint64_t word = load<std::uint64_t>(from + i);
    std::memcpy(to + i, &word, sizeof word);
  }
}

constexpr std::uint32_t kTokensAtOnce = 2048;

}  // namespace

/// A part of the tokens at a time: engines that compile while running have the fast version of a
/// function ready when it is called again, but do not change one that runs. Called in two places,
/// so that no linker makes it a part of its caller.
TokenBytes::TokenBytes(const TokenParts& parts)
    : by_bytes_(parts.sizes.size()),
      classes_(std::make_unique<std::atomic<std::uint8_t>[]>(parts.sizes.size())) {
  starts_.reserve(parts.sizes.size() + 1);
  std::uint32_t bytes = 0;
  starts_.push_back(bytes);
  for (const std::uint8_t size : parts.sizes) starts_.push_back(bytes += size);
  bytes_.resize(bytes + kCopySlack);
  const auto tokens = static_cast<std::uint32_t>(parts.sizes.size());
  std::uint32_t from = std::min(kTokensAtOnce, tokens);
  add_tokens(parts, 0, from);
  for (; from < tokens; from = std::min(from + kTokensAtOnce, tokens)) {
    add_tokens(parts, from, std::min(from + kTokensAtOnce, tokens));
  }
}

[[gnu::noinline]] void TokenBytes::add_tokens(const TokenParts& parts, std::uint32_t from,
                                              std::uint32_t to) {
  for (std::uint32_t id = from; id < to; ++id) {
    const std::size_t size = parts.sizes[id];
    if (size == 0) continue;
    // In order of id, so that what a copy writes beyond its token is overwritten by the next.
    const std::size_t left_size = parts.is_merged(id) ? copy_parts(parts, id) : 0;
    if (left_size == 0) copy_whole(parts, id);
    // Of tokens of the same bytes the first is found.
    static_cast<void>(by_bytes_.insert(bytes_.data(), starts_[id], size, id));
    if (left_size != 0) add_merged(id, parts.merges[id], left_size);
  }
}

/// Puts a token's bytes together from its parts; how many are the left one's.
std::size_t TokenBytes::copy_parts(const TokenParts& parts, std::uint32_t id) {
  const Merge merge = parts.merges[id];
  char* const bytes = bytes_.data() + starts_[id];
  const std::size_t left_size = parts.sizes[merge.left];
  copy_words(bytes, bytes_.data() + starts_[merge.left], left_size);
  copy_words(bytes + left_size, bytes_.data() + starts_[merge.right], parts.sizes[merge.right]);
  return left_size;
}

/// The same for a token that is no merge.
void TokenBytes::copy_whole(const TokenParts& parts, std::uint32_t id) {
  if (id < kSingleBytes) {
    bytes_[id] = parts.single_bytes[id];
    return;
  }
  const auto is_before = [](const auto& whole, std::uint32_t sought) {
    return whole.first < sought;
  };
  const std::string& whole =
      std::lower_bound(parts.wholes.begin(), parts.wholes.end(), id, is_before)->second;
  std::copy(whole.begin(), whole.end(), bytes_.data() + starts_[id]);
}

void TokenBytes::add_merged(std::uint32_t id, Merge merge, std::size_t left_size) {
  const std::string_view bytes = bytes_of(id);
  characters_.add_merge(bytes.substr(0, left_size), bytes.substr(left_size));
  if (bytes.size() > 3 || static_cast<unsigned char>(bytes[0]) < kFirstNonAscii) return;
  // A character whose bytes would rather merge in another way is never met as this token.
  const bool is_met =
      bytes.size() == 2 || std::min(find(bytes.substr(0, 2)), find(bytes.substr(1))) ==
                               std::max(merge.left, merge.right);
  if (is_met) characters_.add_character(bytes, id);
}

TokenClass TokenBytes::class_of(std::uint32_t id) const {
  std::atomic<std::uint8_t>& known = classes_[id];
  const std::uint8_t value = known.load(std::memory_order_relaxed);
  if (value != 0) return static_cast<TokenClass>(value - 1);
  const TokenClass found = classify_token(bytes_of(id));
  known.store(static_cast<std::uint8_t>(static_cast<unsigned>(found) + 1),
              std::memory_order_relaxed);
  return found;
}

}  // namespace gramme::tokens
