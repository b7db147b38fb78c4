// Any request and any configuration: answers are envelopes in JSON that can be read. The first byte
// says which function of the door is asked.
#include "api/call.hpp"
#include "fuzz.hpp"
#include "json/json.hpp"

namespace {

/// Reads what was answered; true for an answer, false for an error.
bool is_answer(const std::string& envelope) {
  const gramme::Result<gramme::Value> value = gramme::parse_json(envelope);
  gramme::fuzz::require(static_cast<bool>(value));
  const gramme::Value* const is_ok = value->find("ok");
  gramme::fuzz::require(is_ok != nullptr && is_ok->flag() != nullptr);
  if (*is_ok->flag()) return true;
  const gramme::Value* const error = value->find("error");
  gramme::fuzz::require(error != nullptr && error->find("code") != nullptr);
  gramme::fuzz::require(*error->find("code")->text() != "internal_error");
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const gramme::Core core = gramme::make_full_core();
  if (size == 0) return 0;
  const std::vector<char> bytes = gramme::fuzz::exact_copy(data + 1, size - 1);
  const std::string_view text(bytes.data(), bytes.size());
  constexpr std::string_view kCalculation = R"({"region":"usa","usageProfile":"chatbot"})";
  switch (data[0] % 3) {
    case 0:
      (void)is_answer(gramme::call(core, "usageOf", text));
      break;
    case 1:
      (void)is_answer(gramme::calculate_call(core, kCalculation, text));
      break;
    default:
      (void)is_answer(gramme::calculate_call(core, text, {}));
  }
  return 0;
}
