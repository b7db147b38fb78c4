#include "usage/file_signs.hpp"

namespace gramme {

namespace {

Error no_text(std::string_view what) {
  return fail(ErrorCode::invalid_type, "", std::string(what));
}

}  // namespace

Problem check_signs(std::string_view head) {
  if (head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF") {
    return no_text("this is UTF-16: save the file as UTF-8");
  }
  if (head.substr(0, 4) == "PK\x03\x04" || head.substr(0, 2) == "\x1F\x8B") {
    return no_text("this is a packed file: unpack it first");
  }
  return std::nullopt;
}

Problem check_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return no_text("this is no text file");
  return std::nullopt;
}

}  // namespace gramme
