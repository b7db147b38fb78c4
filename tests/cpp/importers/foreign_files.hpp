#pragma once

#include <string>
#include <vector>

/// Small vocabularies in the formats of other programs: the 256 bytes, then a few tokens.
namespace gramme::test {

inline std::string base64(const std::string& bytes) {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned long word = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const unsigned char byte =
          at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
      word = word << 8 | byte;
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += at + i > bytes.size() ? '=' : digits[word >> (18 - 6 * i) & 63];
    }
  }
  return out;
}

/// An empty token leaves its rank out.
inline std::string tiktoken_file(const std::vector<std::string>& tokens) {
  std::string out;
  for (int byte = 0; byte < 256; ++byte) {
    out += base64(std::string(1, static_cast<char>(byte))) + " " + std::to_string(byte) + "\n";
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].empty()) out += base64(tokens[i]) + " " + std::to_string(256 + i) + "\n";
  }
  return out;
}

struct TokenizerJson {
  bool has_pairs = false;
  std::string model = "BPE";
  std::string normalizer = "NFC";
  std::string regex = R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|)"
                      R"( ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+)";
  std::string last_step = "ByteLevel";
  std::string merges = R"("a b","ab c")";
  std::string extra_token = "";
};

/// The letter that stands for a byte in GPT-2's way of writing them, as JSON.
inline std::string letter_of(int byte, int& stand_ins) {
  const bool is_itself = (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte != 0xAD);
  const int code = is_itself ? byte : 0x100 + stand_ins++;
  const std::string hex = "0123456789abcdef";
  std::string out = "\"\\u";
  for (const int shift : {12, 8, 4, 0}) out += hex[static_cast<std::size_t>(code >> shift & 15)];
  return out + "\"";
}

/// Ids start at 3; id 0 is a special token.
inline std::string tokenizer_json(const TokenizerJson& with) {
  std::string vocabulary;
  int stand_ins = 0;
  for (int byte = 0; byte < 256; ++byte) {
    vocabulary += letter_of(byte, stand_ins) + ":" + std::to_string(byte + 3) + ",";
  }
  vocabulary += R"("ab":259,"abc":260,"<s>":0)";
  if (!with.extra_token.empty()) vocabulary += "," + with.extra_token;
  const std::string merges = with.has_pairs ? R"(["a","b"],["ab","c"])" : with.merges;
  return R"({"normalizer":{"type":")" + with.normalizer +
         R"("},"pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":)" +
         R"({"Regex":")" + with.regex + R"("},"behavior":"Isolated","invert":false},{"type":")" +
         with.last_step + R"(","add_prefix_space":false,"use_regex":false}]},"added_tokens":)" +
         R"([{"id":0,"content":"<s>"}],"model":{"type":")" + with.model + R"(","vocab":{)" +
         vocabulary + R"(},"merges":[)" + merges + "]}}";
}

/// Two special tokens, 257 ranks in use, one that is not.
inline std::string tekken_json() {
  std::string entries;
  for (int byte = 0; byte < 256; ++byte) {
    entries += R"({"rank":)" + std::to_string(byte) + R"(,"token_bytes":")" +
               base64(std::string(1, static_cast<char>(byte))) + R"("},)";
  }
  entries += R"({"rank":256,"token_bytes":"YWI="},{"rank":257,"token_bytes":"YWJhYg=="})";
  return R"({"config":{"pattern":)"
         R"("[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+|)"
         R"([^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*|)"
         R"(\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",)"
         R"("default_vocab_size":259,"default_num_special_tokens":2},"vocab":[)" +
         entries + R"(],"special_tokens":[{"rank":1,"token_str":"<s>"}]})";
}

}  // namespace gramme::test
