// tokenizer.json of Hugging Face tokenizers, as far as it is byte-level byte-pair encoding.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "data/fields.hpp"
#include "importers/byte_letters.hpp"
#include "importers/import.hpp"
#include "importers/read_specials.hpp"
#include "importers/tokenizer_json.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::importers {
namespace {

constexpr SpecialNames kSpecialNames{"added_tokens", "id", "content"};
const Path kModelPath{nullptr, "model", -1};

/// Tokens by their letters; the special ones, which texts do not hold, are apart.
struct Entry {
  std::string bytes;
  std::uint32_t id = 0;
};

[[nodiscard]] std::vector<Entry> read_entries(const Record& vocabulary, Reading& reading,
                                              const std::vector<SpecialToken>& specials) {
  std::unordered_set<std::string_view> special_texts;
  for (const SpecialToken& special : specials) special_texts.insert(special.text);
  const Path path{&kModelPath, "vocab", -1};
  std::vector<Entry> entries;
  entries.reserve(vocabulary.size());
  for (const Member& member : vocabulary) {
    if (special_texts.count(member.key) != 0) continue;
    const double* const id = member.value.number();
    std::optional<std::string> bytes = bytes_of_letters(member.key);
    const Path token_path{&path, member.key, -1};
    if (!bytes) {
      reading.report(ErrorCode::vocabulary_unsupported, token_path,
                     "The tokens are not written byte by byte (byte-level).");
      return {};
    }
    if (id == nullptr || *id < 0.0 || *id >= static_cast<double>(tokens::kMaxTokens)) {
      reading.report(ErrorCode::vocabulary_corrupt, token_path, "A token has no id below 262143.");
      return {};
    }
    entries.push_back({*std::move(bytes), static_cast<std::uint32_t>(*id)});
  }
  return entries;
}

void place_tokens(std::vector<Entry>& entries, Reading& reading, RankedTokens& out) {
  const auto [lowest, highest] = std::minmax_element(
      entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
  if (lowest == entries.end()) {
    reading.report(ErrorCode::vocabulary_corrupt, kModelPath, "The vocabulary is empty.");
    return;
  }
  out.first_id = lowest->id;
  out.tokens.resize(std::size_t{highest->id} - out.first_id + 1);
  for (Entry& entry : entries) {
    std::string& slot = out.tokens[entry.id - out.first_id];
    if (!slot.empty()) {
      const Path path{&kModelPath, "vocab", -1};
      reading.report(ErrorCode::vocabulary_corrupt, path, "Two tokens have one id.");
    }
    slot = std::move(entry.bytes);
  }
}

/// The two parts of a merge, written as `"left right"` or as `["left", "right"]`.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> parts_of(const Value& merge) {
  std::string_view left;
  std::string_view right;
  if (const std::string* const text = merge.text()) {
    const std::size_t blank = text->find(' ');
    if (blank == std::string::npos) return std::nullopt;
    left = std::string_view(*text).substr(0, blank);
    right = std::string_view(*text).substr(blank + 1);
  } else {
    const List* const pair = merge.list();
    const bool is_pair = pair != nullptr && pair->size() == 2 && (*pair)[0].text() != nullptr &&
                         (*pair)[1].text() != nullptr;
    if (!is_pair) return std::nullopt;
    left = *(*pair)[0].text();
    right = *(*pair)[1].text();
  }
  std::optional<std::string> first = bytes_of_letters(left);
  std::optional<std::string> second = bytes_of_letters(right);
  if (!first || !second) return std::nullopt;
  return std::pair(*std::move(first), *std::move(second));
}

/// Merges happen in the order of the list; the counter merges in the order of ids. They must agree.
void check_merges(const List& merges, Reading& reading, RankedTokens& out) {
  std::unordered_map<std::string_view, std::uint32_t> ranks;
  for (std::uint32_t rank = 0; rank < out.tokens.size(); ++rank) ranks[out.tokens[rank]] = rank;
  const Path list_path{&kModelPath, "merges", -1};
  std::vector<std::uint8_t> left_sizes(out.tokens.size());
  bool has_one_each = true;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < merges.size(); ++i) {
    const Path path{&list_path, {}, static_cast<int>(i)};
    const auto parts = parts_of(merges[i]);
    const auto found = parts ? ranks.find(parts->first + parts->second) : ranks.end();
    if (found == ranks.end()) {
      return reading.report(ErrorCode::vocabulary_corrupt, path, "This merge makes no token.");
    }
    if (found->second < last) {
      return reading.report(ErrorCode::vocabulary_unsupported, path,
                            "The merges are not in the order of the ids.");
    }
    last = found->second;
    has_one_each = has_one_each && left_sizes[last] == 0;
    left_sizes[last] = static_cast<std::uint8_t>(std::min<std::size_t>(parts->first.size(), 255));
  }
  if (has_one_each) out.left_sizes = std::move(left_sizes);
}

}  // namespace

Result<RankedTokens> read_tokenizer_json(const Value& document) {
  Reading reading;
  RankedTokens out;
  read_kind(document, reading, out);
  if (reading.problem) return *reading.problem;
  Fields fields(document, Path{}, reading);
  Fields model(*document.find("model"), kModelPath, reading);
  const List* const specials = fields.list(kSpecialNames.list);
  const List* const merges = model.list("merges");
  const Value* const vocabulary = model.find("vocab");
  read_specials(specials, kSpecialNames, reading, out);
  if (reading.problem) return *reading.problem;
  if (merges == nullptr || vocabulary == nullptr || vocabulary->record() == nullptr) {
    return fail(ErrorCode::vocabulary_corrupt, "/model",
                "The vocabulary or its merges are missing.");
  }
  std::vector<Entry> entries = read_entries(*vocabulary->record(), reading, out.specials);
  if (!reading.problem) place_tokens(entries, reading, out);
  if (!reading.problem) check_merges(*merges, reading, out);
  if (reading.problem) return *reading.problem;
  return out;
}

}  // namespace gramme::importers
