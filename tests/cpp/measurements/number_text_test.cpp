#include "measurements/number_text.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "catch.hpp"
#include "support.hpp"

namespace gramme {
namespace {

TEST_CASE("numbers are read as strtod reads them, to the last bit") {
  test::Lcg random(5);
  for (int i = 0; i < 20000; ++i) {
    std::array<char, 64> text{};
    const int digits = static_cast<int>(random.below(18));
    const double value = (random.below(1U << 31U) - 1e9) * random.below(1U << 31U) *
                         std::pow(10.0, static_cast<double>(random.below(50)) - 40.0);
    const char* const format = random.below(2) == 0 ? "%.*e" : "%.*g";
    (void)std::snprintf(text.data(), text.size(), format, digits, value);
    CAPTURE(text.data());
    REQUIRE(number_in(text.data()) == std::strtod(text.data(), nullptr));
  }
}

TEST_CASE("what a field may hold of a number") {
  CHECK(number_in("0") == 0.0);
  CHECK(number_in("-12.5") == -12.5);
  CHECK(number_in("+3") == 3.0);
  CHECK(number_in(".5") == 0.5);
  CHECK(number_in("5.") == 5.0);
  CHECK(number_in("1E3") == 1000.0);
  CHECK(number_in("123456789012345678901234567890") == 123456789012345678901234567890.0);
  for (const char* text : {"", "nan", "inf", "-", ".", "e5", "1e", "1e+", "1,5", "1 ", " 1", "0x10",
                           "1.2.3", "1e999", "--1", "1-", "12abc"}) {
    CAPTURE(text);
    CHECK_FALSE(number_in(text).has_value());
  }
}

}  // namespace
}  // namespace gramme
