// The door on standard input and output, natively: one request per line, one envelope per line.
// usage: gramme_call [NAME=VOCABULARY_FILE…]   line: {"call":"estimate","request":{…}}
//        or {"call":"count" or "encode","request":{…},"text":"…"}
#include <fstream>
#include <iostream>
#include <sstream>

#include "api/call.hpp"
#include "json/json.hpp"

namespace {

bool load(gramme::Core& core, const std::string& argument) {
  const std::size_t split = argument.find('=');
  if (split == std::string::npos) return false;
  std::ifstream stream(argument.substr(split + 1), std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  const std::string answer =
      gramme::load_vocabulary_call(core, argument.substr(0, split), bytes.str());
  return answer.find("\"ok\":true") != std::string::npos;
}

std::string answer(gramme::Core& core, const std::string& line) {
  const gramme::Result<gramme::Value> message = gramme::parse_json(line);
  const gramme::Value* name = message ? message->find("call") : nullptr;
  const gramme::Value* request = message ? message->find("request") : nullptr;
  if (name == nullptr || name->text() == nullptr) return gramme::call(core, "", "{}");
  const std::string request_text = request == nullptr ? "{}" : gramme::write_json(*request);
  const gramme::Value* found = message->find("text");
  const bool has_text = found != nullptr && found->text() != nullptr;
  const std::string text = has_text ? *found->text() : std::string{};
  if (*name->text() == "encode") return gramme::encode_call(core, request_text, text);
  if (*name->text() == "count") return gramme::count_call(core, request_text, text);
  return gramme::call(core, *name->text(), request_text);
}

}  // namespace

int main(int count, char** arguments) {
  gramme::Core core = gramme::make_full_core();
  for (int i = 1; i < count; ++i) {
    if (load(core, arguments[i])) continue;
    std::cerr << "gramme_call: cannot load " << arguments[i] << "\n";
    return 2;
  }
  std::string line;
  while (std::getline(std::cin, line)) std::cout << answer(core, line) << "\n";
  return 0;
}
