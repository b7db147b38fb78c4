#include <algorithm>

#include "catch.hpp"
#include "gramme/estimate.hpp"

namespace gramme {
namespace {

/// The codes of an estimate in alphabetical order.
std::vector<std::string> codes_of(const Exchange& exchange) {
  const Estimate result = estimate(shipped_catalog(), exchange).value();
  std::vector<std::string> out;
  for (const Warning& warning : result.warnings) out.push_back(warning.code);
  std::sort(out.begin(), out.end());
  return out;
}

using Codes = std::vector<std::string>;

Exchange exchange_of(const std::string& model, const std::string& site = "") {
  Exchange exchange;
  exchange.model = model;
  exchange.site = site;
  exchange.output_tokens = exactly(100.0);
  exchange.region = "fra";
  // A method that assumes nothing of the server.
  exchange.method = "ecologits";
  return exchange;
}

TEST_CASE("a known model in a chosen region has no warning") {
  CHECK(codes_of(exchange_of("gpt-5")).empty());
}

TEST_CASE("a region that was not chosen is named as assumed") {
  Exchange exchange = exchange_of("gpt-5");
  exchange.region = "";
  CHECK(codes_of(exchange) == Codes{"region_assumed"});
}

TEST_CASE("an assumed region is named as long as a figure is its own") {
  Exchange exchange = exchange_of("gpt-5");
  exchange.method = "roofline";
  exchange.region = "";
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(50.0);
  // Its water still is.
  CHECK(codes_of(exchange) == Codes{"region_assumed", "serving_assumed"});
  exchange.grid_wue_litres_per_kilowatt_hour = 2.0;
  CHECK(codes_of(exchange) == Codes{"serving_assumed"});
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour.reset();
  CHECK(codes_of(exchange) == Codes{"region_assumed", "serving_assumed"});
  // Depletion and primary energy are of the region too.
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(50.0);
  exchange.method = "ecologits";
  CHECK(codes_of(exchange) == Codes{"region_assumed"});
  exchange.method = "epoch-2025";
  CHECK(codes_of(exchange) == Codes{"water_unknown"});
}

TEST_CASE("water that no figure exists for is named as unknown") {
  Exchange exchange = exchange_of("gpt-5");
  exchange.region = "abw";
  CHECK(codes_of(exchange) == Codes{"water_unknown"});
  exchange = exchange_of("gpt-5");
  exchange.method = "prefill-decode";
  CHECK(codes_of(exchange) == Codes{"water_unknown"});
}

TEST_CASE("a model without published size is counted as its class, with a warning") {
  for (const Model& model : shipped_catalog().models) {
    CAPTURE(model.id);
    const Codes due = model.parameters ? Codes{} : Codes{"parameters_assumed_from_class"};
    CHECK(codes_of(exchange_of(model.id)) == due);
  }
}

TEST_CASE("each way of not knowing the model has its own warning") {
  const std::string assumed = "parameters_assumed_from_class";
  CHECK(codes_of(exchange_of("gpt-99")) == Codes{"model_assumed_from_family", assumed});
  CHECK(codes_of(exchange_of("", "chatgpt")) == Codes{"model_not_shown", assumed});
  CHECK(codes_of(exchange_of("zeppelin", "chatgpt")) == Codes{assumed, "unknown_model"});
  Codes unknown = codes_of(exchange_of("zeppelin"));
  unknown.erase(std::remove(unknown.begin(), unknown.end(), "water_unknown"), unknown.end());
  CHECK(unknown == Codes{assumed, "unknown_model"});
}

TEST_CASE("what is not known of the server is named as assumed until all of it is given") {
  Exchange exchange = exchange_of("gpt-5");
  exchange.method = "roofline";
  CHECK(codes_of(exchange) == Codes{"serving_assumed"});
  exchange.server = {"H100", 8.0, exactly(32.0), std::nullopt};
  CHECK(codes_of(exchange) == Codes{"serving_assumed"});
  exchange.server.bytes_per_parameter = 1.0;
  CHECK(codes_of(exchange).empty());
}

}  // namespace
}  // namespace gramme
