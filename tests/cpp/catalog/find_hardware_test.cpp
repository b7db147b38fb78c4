#include <set>

#include "catalog/lower_case.hpp"
#include "catch.hpp"
#include "gramme/catalog.hpp"

namespace gramme {
namespace {

const Catalog& catalog() { return shipped_catalog(); }

std::string upper_case(std::string text) {
  for (char& letter : text) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return text;
}

std::string accelerator_of(std::string_view name) {
  const Accelerator* found = find_accelerator(catalog(), name);
  return found == nullptr ? "none" : found->id;
}

std::string architecture_of(std::string_view name) {
  const ModelArchitecture* found = find_architecture(catalog(), name);
  return found == nullptr ? "none" : found->id;
}

TEST_CASE("every accelerator is found by its id, its name and each alias, in any case") {
  for (const Accelerator& entry : catalog().accelerators) {
    std::vector<std::string> names = entry.aliases;
    names.push_back(entry.id);
    names.push_back(entry.name);
    for (const std::string& name : names) {
      CAPTURE(name);
      CHECK(accelerator_of(name) == entry.id);
      CHECK(accelerator_of(upper_case(name)) == entry.id);
      CHECK(accelerator_of(lower_case(name)) == entry.id);
    }
  }
}

TEST_CASE("names that measurements write lead to the accelerator they mean") {
  const auto [name, id] = GENERATE(table<std::string, std::string>({
      {"H100", "h100-sxm"},
      {"NVIDIA H100 80GB HBM3", "h100-sxm"},
      {"A100", "a100-sxm4-80gb"},
      {"A100-40GB", "a100-sxm4-40gb"},
      {"A40", "a40"},
      {"mi300x", "mi300x"},
      {"AMD Instinct MI250X", "mi250x"},
      {"NVIDIA L4", "l4"},
      {"H1", "none"},
      {"", "none"},
  }));
  CHECK(accelerator_of(name) == id);
}

TEST_CASE("narrower numbers are never slower, and speeds are dense") {
  for (const Accelerator& entry : catalog().accelerators) {
    CAPTURE(entry.id);
    const double wide = entry.peak_teraflops_16bit.value_or(0.0);
    const double narrow = entry.peak_teraflops_8bit.value_or(wide);
    CHECK(narrow >= wide);
    CHECK(entry.peak_teraflops_4bit.value_or(narrow) >= narrow);
  }
  CHECK(find_accelerator(catalog(), "H100")->peak_teraflops_16bit == 989.0);
  CHECK(find_accelerator(catalog(), "B200")->peak_teraflops_16bit == 2250.0);
}

TEST_CASE("every prefix leads to its architecture, whatever follows and whoever published it") {
  std::set<std::string> prefixes;
  for (const ModelArchitecture& entry : catalog().architectures) {
    for (const std::string& prefix : entry.prefixes) {
      CAPTURE(prefix);
      CHECK(prefixes.insert(prefix).second);
      CHECK(architecture_of(prefix) == entry.id);
      CHECK(architecture_of("Org/sub/" + upper_case(prefix)) == entry.id);
    }
  }
}

TEST_CASE("the longest prefix of a model's name decides") {
  const auto [name, id] = GENERATE(table<std::string, std::string>({
      {"meta-llama/Llama-3.1-8B-Instruct", "llama-3-8b"},
      {"meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8", "llama-4-maverick"},
      {"Qwen/Qwen3-Coder-30B-A3B-Instruct", "qwen3-30b-a3b"},
      {"deepseek-ai/DeepSeek-R1", "deepseek-v3"},
      {"deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "qwen2-7b"},
      {"deepseek-ai/DeepSeek-R1-0528-Qwen3-8B", "qwen3-8b"},
      {"deepseek-ai/DeepSeek-V2-Lite-Chat", "deepseek-v2-lite"},
      {"nvidia/NVIDIA-Nemotron-Nano-12B-v2-VL-BF16", "nemotron-nano-12b-v2-vl"},
      {"microsoft/Phi-4-mini-instruct", "phi-4-mini"},
      {"microsoft/Phi-4-reasoning", "phi-4"},
      {"google/gemma-3-12b-it", "gemma-3-12b"},
      {"google/gemma-3-1b-it", "gemma-3-1b"},
      {"qwen3", "none"},
      {"Qwen3-8B/", "none"},
      {"my-qwen3-8b", "none"},
      {"", "none"},
  }));
  CHECK(architecture_of(name) == id);
}

TEST_CASE("numbers kept per token follow from layers, heads and head size") {
  const auto [name, values] = GENERATE(table<std::string, int>({
      {"llama-2-7b", 2 * 32 * 32 * 128},
      {"llama-3.3-70b", 2 * 80 * 8 * 128},
      {"gpt-oss-120b", 2 * 36 * 8 * 64},
      {"deepseek-v3", 61 * (512 + 64)},
      {"nvidia-nemotron-nano-9b-v2", 2 * 4 * 8 * 128},
  }));
  CHECK(find_architecture(catalog(), name)->kv_values_per_token == values);
}

TEST_CASE("a model keeps no more numbers per token than its layers are wide") {
  for (const ModelArchitecture& entry : catalog().architectures) {
    CAPTURE(entry.id);
    // Heads may be larger than the hidden size shared out (Gemma), at most by half.
    CHECK(entry.kv_values_per_token <= 3 * entry.layers * entry.hidden_size);
    CHECK(entry.kv_values_per_token > 0);
  }
}

TEST_CASE("layers and their width account for the parameters of a dense model") {
  for (const ModelArchitecture& entry : catalog().architectures) {
    CAPTURE(entry.id);
    if (entry.active_parameters_billion < entry.total_parameters_billion) continue;
    const double width = entry.hidden_size;
    const double squares = entry.total_parameters_billion * 1e9 / (width * width * entry.layers);
    // Attention and feed-forward make 9 to 20 squares of the width, fewer where layers do only one
    // of them; small models have large vocabularies on top.
    CHECK(squares > 7.0);
    CHECK(squares < 35.0);
  }
}

}  // namespace
}  // namespace gramme
