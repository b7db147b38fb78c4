// Damaged vocabulary files: refused, or as good as any other; the checksum is put right so that
// what lies behind it is reached.
#include "fuzz.hpp"
#include "tokens/small_vocabulary.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  constexpr unsigned kSealShare = 8;
  gramme::test::FileBytes file(data, data + LLVMFuzzerMutate(data, size, most));
  if (file.size() < gramme::test::kHeaderSize) {
    file = gramme::test::small_vocabulary({{'a', 'b'}, {256, 'c'}, {258, 0}, {257, 257}});
  }
  if (seed % kSealShare != 0) gramme::test::seal(file);
  if (file.size() > most) return size;
  std::copy(file.begin(), file.end(), data);
  return file.size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gramme::fuzz::require;
  const std::vector<std::uint8_t> file(data, data + size);
  const auto vocabulary = gramme::load_vocabulary(file);
  if (!vocabulary) {
    require(vocabulary.error().code == gramme::ErrorCode::vocabulary_corrupt);
    return 0;
  }
  for (const char* text : {"", "abcabc", "aaaa bbbb\n12 é中😀", "abababababababababababababab"}) {
    const std::vector<std::uint32_t> ids = gramme::encode(**vocabulary, text);
    require(ids.size() == gramme::count_tokens(**vocabulary, text));
    const auto decoded = gramme::decode(**vocabulary, ids);
    require(static_cast<bool>(decoded));
  }
  return 0;
}
