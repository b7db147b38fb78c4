// Merges are tried in the order of their ranks. That gives what merging the lowest rank first does,
// because a token's parts have lower ranks than it has itself.
#include "tokens/count_once.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "tokens/prepared_text.hpp"
#include "tokens/vocabulary_file.hpp"

namespace gramme::tokens {

namespace {

constexpr std::uint32_t kTokensAtOnce = 2048;

/// A token of a piece, in a list of all tokens: ids at the places of the bytes where they start.
struct Placed {
  std::uint32_t id = kNoToken;
  std::uint32_t previous = kNoToken;
  std::uint32_t next = kNoToken;
};

struct CountedPiece {
  std::string_view bytes;
  std::size_t times = 0;
  std::size_t tokens = 0;
  bool is_whole = false;
};

/// The pieces of a text, merged step by step.
class OnceMerger {
 public:
  OnceMerger(const VocabularyFile& file, std::string_view text) : is_there_(file.token_count) {
    for (std::uint32_t id = 0; id < kSingleBytes; ++id) id_of_byte_[file.single_bytes[id]] = id;
    const char* piece = text.data();
    const char* const end = piece + text.size();
    while (piece < end) {
      const char* const next = file.splitter->end_of_piece(piece, end);
      add_piece({piece, static_cast<std::size_t>(next - piece)});
      piece = next;
    }
  }

  void merge(std::uint32_t left, std::uint32_t right, std::uint32_t id) {
    if (!is_there_[left] || !is_there_[right]) return;
    const auto pair = pairs_.find(key_of(left, right));
    if (pair == pairs_.end()) return;
    for (const std::uint32_t at : pair->second) {
      const std::uint32_t after = placed_[at].next;
      if (placed_[at].id != left || after == kNoToken || placed_[after].id != right) continue;
      join(at, id);
    }
  }

  /// A token that no merge makes is found where it is a whole piece.
  void take_whole(std::string_view bytes) {
    const auto found = piece_numbers_.find(bytes);
    if (found != piece_numbers_.end()) pieces_[found->second].is_whole = true;
  }

  [[nodiscard]] std::size_t tokens() const {
    std::size_t sum = 0;
    for (const CountedPiece& piece : pieces_) {
      sum += piece.times * (piece.is_whole ? 1 : piece.tokens);
    }
    return sum;
  }

 private:
  [[nodiscard]] static std::uint64_t key_of(std::uint32_t left, std::uint32_t right) {
    return std::uint64_t{left} << 32 | right;
  }

  void add_piece(std::string_view bytes) {
    const auto [entry, is_new] = piece_numbers_.try_emplace(bytes, pieces_.size());
    if (is_new) {
      pieces_.push_back({bytes, 0, bytes.size(), false});
      place(bytes);
    }
    ++pieces_[entry->second].times;
  }

  void place(std::string_view bytes) {
    const auto piece = static_cast<std::uint32_t>(pieces_.size() - 1);
    const auto first = static_cast<std::uint32_t>(placed_.size());
    for (const char byte : bytes) {
      const auto at = static_cast<std::uint32_t>(placed_.size());
      const std::uint32_t id = id_of_byte_[static_cast<unsigned char>(byte)];
      placed_.push_back({id, at == first ? kNoToken : at - 1, at + 1});
      piece_of_.push_back(piece);
      is_there_[id] = true;
      if (at > first) note_pair(at - 1);
    }
    placed_.back().next = kNoToken;
  }

  /// Precondition: a token follows the one at this place.
  void note_pair(std::uint32_t at) {
    pairs_[key_of(placed_[at].id, placed_[placed_[at].next].id)].push_back(at);
  }

  /// Precondition: a token follows the one at this place.
  void join(std::uint32_t at, std::uint32_t id) {
    const std::uint32_t gone = placed_[at].next;
    placed_[at].id = id;
    placed_[at].next = placed_[gone].next;
    placed_[gone].id = kNoToken;
    if (placed_[at].next != kNoToken) placed_[placed_[at].next].previous = at;
    is_there_[id] = true;
    --pieces_[piece_of_[at]].tokens;
    if (placed_[at].previous != kNoToken) note_pair(placed_[at].previous);
    if (placed_[at].next != kNoToken) note_pair(at);
  }

  std::uint32_t id_of_byte_[kSingleBytes] = {};
  /// Whether a token of that id has stood in the text.
  std::vector<char> is_there_;
  std::vector<Placed> placed_;
  std::vector<std::uint32_t> piece_of_;
  std::vector<CountedPiece> pieces_;
  std::unordered_map<std::string_view, std::size_t> piece_numbers_;
  /// Where a pair has begun, from left to right for a pair of two equal tokens.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> pairs_;
};

/// Reads a file's merges and tries each.
class OnceReader {
 public:
  OnceReader(const VocabularyFile& file, OnceMerger& merger)
      : file_(file), left_(file.left_stream), right_(file.right_stream), merger_(merger) {}

  /// False: a token is not made of earlier ones.
  [[nodiscard]] bool read() {
    // A part at a time, as Vocabulary::read_merges does and for its reasons.
    bool is_right = read_to(part_end());
    while (is_right && id_ < file_.token_count) is_right = read_to(part_end());
    return is_right && left_.is_at_end() && right_.is_at_end();
  }

 private:
  [[nodiscard]] std::uint32_t part_end() const {
    return std::min(id_ + kTokensAtOnce, file_.token_count);
  }

  [[gnu::noinline]] bool read_to(std::uint32_t to) {
    for (; id_ < to; ++id_) {
      const std::uint32_t left = left_.next();
      if (left < id_) {
        const std::uint32_t right = right_.next();
        if (right >= id_) return false;
        merger_.merge(left, right, id_);
      } else if (left == id_ + 1 ? !read_whole() : left != id_) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool read_whole() {
    const std::uint32_t length = right_.next();
    if (length > kMaxTokenSize) return false;
    std::string bytes;
    for (std::uint32_t i = 0; i < length; ++i) {
      const std::uint32_t byte = right_.next();
      if (byte >= kSingleBytes) return false;
      bytes += static_cast<char>(file_.single_bytes[byte]);
    }
    merger_.take_whole(bytes);
    return true;
  }

  const VocabularyFile& file_;
  IdReader left_;
  IdReader right_;
  OnceMerger& merger_;
  std::uint32_t id_ = kSingleBytes;
};

}  // namespace

Result<std::size_t> count_once(std::span<const std::uint8_t> bytes, std::string_view utf8) {
  const Result<VocabularyFile> file = open_vocabulary_file(bytes);
  if (!file) return file.error();
  if (file->base_checksum) {
    return fail(ErrorCode::vocabulary_missing, "/base",
                "This file adds to another vocabulary: load both.");
  }
  const PreparedText text(file->is_composed, utf8);
  OnceMerger merger(*file, text.view());
  if (OnceReader(*file, merger).read()) return merger.tokens();
  return fail(ErrorCode::vocabulary_corrupt, "/tokens",
              "A token must be merged from two earlier ones.");
}

}  // namespace gramme::tokens
