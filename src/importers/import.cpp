#include "importers/import.hpp"

#include "json/json.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::importers {

Result<RankedTokens> import_vocabulary(std::string_view file, std::string_view pattern) {
  if (file.size() > kLargestFileBytes) {
    return fail(ErrorCode::too_large, "", "a vocabulary file of more than 32 MiB is not read");
  }
  const std::size_t start = file.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) {
    return fail(ErrorCode::vocabulary_corrupt, "", "The file is empty.");
  }
  if (file[start] != '{') return read_tiktoken(file, pattern);
  const Result<Value> document =
      parse_json(file, {.bytes = kLargestFileBytes, .members = tokens::kMaxTokens});
  if (!document) return document.error();
  if (document->find("config") != nullptr && document->find("vocab") != nullptr) {
    return read_tekken(*document);
  }
  return read_tokenizer_json(*document);
}

}  // namespace gramme::importers
