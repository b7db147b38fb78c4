#include "measurements/serving_rows.hpp"

#include "catch.hpp"

namespace gramme {
namespace {

const std::string kHeader = "model,family,hardware,params_b,output_tokens,energy_j\n";

ServingRows rows_of(const std::string& csv) {
  return read_serving_rows(shipped_catalog(), csv).value();
}

TEST_CASE("a row is read with what it tells and without what it does not") {
  const ServingRows read = rows_of(
      "hardware,model,family,params_b,active_params_b,output_tokens,energy_j,gpus,batch_size,"
      "precision,input_tokens,engine\n"
      "H100,org/Some-MoE,moe,30,3,400,12.5,2,64,fp8,,HF/FastChat\n");
  REQUIRE(read.rows.size() == 1);
  const ServingRow& row = read.rows[0];
  CHECK(row.accelerator->id == "h100-sxm");
  CHECK(row.active_parameters_billion == 3.0);
  CHECK(row.accelerators == 2.0);
  CHECK(row.batch_size == 64.0);
  CHECK(row.bytes_per_parameter == 1.0);
  CHECK_FALSE(row.input_tokens.has_value());
  CHECK(row.is_launched_by_layer);
  CHECK(rows_of(kHeader + "m,f,A40,7,100,5\n").rows[0].active_parameters_billion == 7.0);
}

TEST_CASE("rows that cannot be used are counted by reason") {
  const ServingRows read = rows_of(kHeader +
                                   "m,f,H100,7,100,nan\n"
                                   "m,f,H100,7,100,-5\n"
                                   "m,f,H100,7,0,5\n"
                                   "m,f,H100,seven,100,5\n"
                                   "m,f,Abacus,7,100,5\n"
                                   "m,f,H100,7,100\n"
                                   "m,f,H100,7,100,1e400\n"
                                   "m,f,H100,7,100,5\n");
  CHECK(read.rows.size() == 1);
  std::size_t skipped = 0;
  for (const auto& [reason, rows] : read.skipped) skipped += rows;
  CHECK(skipped == 7);
  CHECK(read.skipped.front() ==
        std::pair<std::string, std::size_t>{"energy_j is no positive number", 3});
}

TEST_CASE("a file without a needed column or without a header is refused") {
  const auto refusal = [](const std::string& csv) {
    return read_serving_rows(shipped_catalog(), csv).error();
  };
  const Error missing = refusal("model,family,hardware,params_b,output_tokens\n");
  CHECK(missing.code == ErrorCode::missing_key);
  CHECK(missing.message.find("energy_j") != std::string::npos);
  CHECK(refusal("").code == ErrorCode::missing_key);
}

}  // namespace
}  // namespace gramme
