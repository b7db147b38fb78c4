#include "measurements/calibration.hpp"

#include "catch.hpp"
#include "measurements/calibration_files.hpp"

namespace gramme {
namespace {

using test::kMelodiHeader;
using test::kTrueCosts;
using test::melodi_file;

const CalibrationFile kLaptop{"alpaca_gemma_2b_laptop1.csv", ""};
const std::string kRow = "0,gemma:2b,9000000000,20,300,hello,0.00003,0.00007,0.0001\n";
const std::string kOwnHeader = "model,hardware,input_tokens,output_tokens,energy_watt_hours\n";

struct Read {
  CalibrationReader reader;
  Problem problem;
};

Read read_in_parts(std::string_view text, std::size_t part, const CalibrationFile& file = kLaptop) {
  Read out;
  out.reader.begin_file(file);
  for (std::size_t at = 0; at < text.size() && !out.problem; at += part) {
    out.problem = out.reader.feed(text.substr(at, part));
  }
  if (!out.problem) out.problem = out.reader.end_file();
  return out;
}

Read read_whole(std::string_view text, const CalibrationFile& file = kLaptop) {
  return read_in_parts(text, text.size() + 1, file);
}

std::string verdict(const Read& read) {
  if (!read.problem) return "ok";
  return std::string(name_of(read.problem->code)) + " at " + read.problem->path;
}

/// "reason: rows from row" of everything left out.
std::string skipped(const Read& read) {
  std::string out;
  for (const SkippedCalibrationRows& entry : read.reader.skipped()) {
    out += entry.reason + ": " + std::to_string(entry.rows) + " from " +
           std::to_string(entry.first_row) + "\n";
  }
  return out;
}

const Sample& only_sample(const Read& read) {
  REQUIRE(verdict(read) == "ok");
  REQUIRE(read.reader.samples().rows() == 1);
  return read.reader.samples().groups().front()->samples.front();
}

TEST_CASE("a MELODI row is read in kilowatt-hours and tokens, on the hardware its file names") {
  const Read read = read_whole(kMelodiHeader + kRow);
  const Sample& sample = only_sample(read);
  CHECK(sample.watt_hours == Approx(0.1));
  CHECK(sample.input_tokens == 20.0);
  CHECK(sample.output_tokens == 300.0);
  const SampleGroup& group = *read.reader.samples().groups().front();
  CHECK(group.model == "gemma:2b");
  CHECK(group.hardware == "laptop1");
  CHECK(group.boundary == std::vector<std::string>{"accelerators", "host"});
}

TEST_CASE("the index column may have any name, and columns stand in any order") {
  for (const char* index : {"", "Unnamed: 0", "index", "\"index\"", "\xEF\xBB\xBFindex"}) {
    CAPTURE(index);
    CHECK(only_sample(read_whole(index + kMelodiHeader + kRow)).output_tokens == 300.0);
  }
  CHECK(only_sample(read_whole("energy_joules,output_tokens,input_tokens,model,hardware\n"
                               "360,7,3,a,b\n"))
            .watt_hours == Approx(0.1));
}

TEST_CASE("energy is the total, or what it is made of") {
  const auto energy_of = [](const std::string& columns, const std::string& fields) {
    return only_sample(read_whole("model_name,prompt_token_length,response_token_length," +
                                  columns + "\ngemma,1,1," + fields + "\n"))
        .watt_hours;
  };
  const std::string cpu = "energy_consumption_llm_cpu";
  const std::string gpu = "energy_consumption_llm_gpu";
  CHECK(energy_of(cpu + "," + gpu, "0.001,0.002") == Approx(3.0));
  CHECK(energy_of(cpu, "0.001") == Approx(1.0));
  CHECK(energy_of("energy_consumption_llm,energy_consumption_llm_total", "0.004,") == Approx(4.0));
  CHECK(energy_of("energy_consumption_llm_total," + cpu + "," + gpu, ",0.001,0.002") ==
        Approx(3.0));
}

TEST_CASE("a model's name without a size is that of its usual size") {
  for (const auto& [name, tag] :
       {std::pair{"codellama", "codellama:7b"}, std::pair{"llama3", "llama3:8b"},
        std::pair{"llama3:latest", "llama3:8b"}, std::pair{"Llama3:70B", "llama3:70b"}}) {
    const Read read = read_whole(kOwnHeader + name + ",pc,1,1,1\n");
    CHECK(read.reader.samples().groups().front()->model == tag);
  }
}

TEST_CASE("rows that cannot be used are counted by reason, with the first row of each") {
  const Read read = read_whole(kMelodiHeader + kRow + "0,gemma:2b,9000000000,20,,hello,1,1,\n" +
                               "0,gemma:2b,9000000000,20,285702,hello,,,0.15\n" +
                               "0,gemma:2b,9000000000,,300,hello,,,0.0001\n" +
                               "0,gemma:2b,9000000000,20,300,hello,,,nan\n" +
                               "0,gemma:2b,9000000000,20,300,hello,,,-0.0001\n" +
                               "0,gemma:2b,9000000000,20,300,hello,,,0\n" + "0,gemma:2b,9000\n" +
                               "0,,9000000000,20,300,hello,,,0.0001\n" +
                               "0,gemma:2b,9000000000,,300,hello,,,0.0001\n" + kRow);
  REQUIRE(verdict(read) == "ok");
  CHECK(read.reader.samples().rows() == 2);
  CHECK(skipped(read) ==
        "response_token_length is empty: 1 from 3\n"
        "response_token_length is over 100000: a runaway: 1 from 4\n"
        "prompt_token_length is empty: 2 from 5\n"
        "energy_consumption_llm_total is no number: 1 from 6\n"
        "energy_consumption_llm_total is negative: 1 from 7\n"
        "energy_consumption_llm_total is zero: 1 from 8\n"
        "another number of fields than the header: 1 from 9\n"
        "model_name is empty: 1 from 10\n");
}

TEST_CASE("a missing column is named, and nothing is guessed in its place") {
  const auto refusal = [](const std::string& header) {
    const Read read = read_whole(header, {"file.csv", ""});
    return verdict(read) + ": " + (read.problem ? read.problem->message : "");
  };
  CHECK(refusal("model,hardware,input_tokens,energy_j\n") ==
        "missing_key at /rows/1: file.csv: the column \"output_tokens\" (or "
        "\"response_token_length\") is missing");
  CHECK(refusal("model,hardware,input_tokens,output_tokens\n").find("energy_watt_hours") !=
        std::string::npos);
  CHECK(refusal("model,input_tokens,output_tokens,energy_j\n").find("\"hardware\"") !=
        std::string::npos);
  CHECK(refusal("") ==
        "missing_key at /rows/1: file.csv: the file is empty: a header row is expected");
  CHECK(refusal("model,model,hardware,input_tokens,output_tokens,energy_j\n")
            .starts_with("duplicate_id at /rows/1"));
}

TEST_CASE("energy or time in another unit is refused, naming the column") {
  std::string joules = kMelodiHeader;
  for (int i = 0; i < 300; ++i) joules += "0,gemma:2b,9000000000,20,300,hello,,,180\n";
  const Read read = read_in_parts(joules, 1000);
  CHECK(verdict(read) == "out_of_range at /rows/1/9");
  CHECK(read.problem->message.find("energy_consumption_llm_total") != std::string::npos);
  CHECK(verdict(read_whole(kMelodiHeader + "0,gemma:2b,9,20,300,hello,,,0.0001\n")) ==
        "out_of_range at /rows/1/9");
}

TEST_CASE("a file that is cut off within quotes names its place; a cut line is left out") {
  CHECK(verdict(read_whole(kMelodiHeader + kRow + "0,gemma:2b,9,20,300,\"hel")) ==
        "invalid_csv at /rows/3/6");
  const Read cut = read_whole(kMelodiHeader + kRow + "0,gemma:2b,9,2");
  CHECK(verdict(cut) == "ok");
  CHECK(cut.reader.samples().rows() == 1);
  CHECK(skipped(cut) == "another number of fields than the header: 1 from 3\n");
}

TEST_CASE("a field of 100 MB is refused with its place, and never kept") {
  CalibrationReader reader;
  reader.begin_file(kLaptop);
  REQUIRE_FALSE(reader.feed(kMelodiHeader + "0,gemma:2b,9,20,300,\"").has_value());
  const std::string block(std::size_t{1} << 18U, 'x');
  Problem problem;
  std::size_t fed = 0;
  for (; fed < 100000000 && !problem; fed += block.size()) problem = reader.feed(block);
  REQUIRE(problem.has_value());
  CHECK(problem->code == ErrorCode::too_large);
  CHECK(problem->path == "/rows/2/6");
  CHECK(fed < 2 * CsvRecords::kLongestField);
}

TEST_CASE("the hardware is that of the option, the column or the file's name, in this order") {
  const auto hardware_of = [](const std::string& text, const CalibrationFile& file) {
    const Read read = read_whole(text, file);
    REQUIRE(verdict(read) == "ok");
    return read.reader.samples().groups().front()->hardware;
  };
  const std::string own = kOwnHeader + "a,rack,1,1,1\n";
  CHECK(hardware_of(own, {"x_y.csv", ""}) == "rack");
  CHECK(hardware_of(own, {"x_y.csv", "mine"}) == "mine");
  CHECK(hardware_of(kMelodiHeader + kRow, {"/data/code_gemma_7b_workstation.csv", ""}) ==
        "workstation");
  CHECK(verdict(read_whole(kMelodiHeader + kRow, {"-", ""})) == "missing_key at /rows/1");
}

TEST_CASE("the parts that a file comes in change nothing") {
  const std::string text = melodi_file("gemma:2b", kTrueCosts, 60) + "0,gemma\r\n\r\n" + kRow;
  const Read whole = read_whole(text);
  REQUIRE(verdict(whole) == "ok");
  const SampleGroup& expected = *whole.reader.samples().groups().front();
  CHECK(expected.rows == 61);
  for (const std::size_t part : {1U, 2U, 3U, 7U, 64U, 333U, 1000U}) {
    CAPTURE(part);
    const Read read = read_in_parts(text, part);
    REQUIRE(verdict(read) == "ok");
    const SampleGroup& group = *read.reader.samples().groups().front();
    REQUIRE(group.samples.size() == expected.samples.size());
    for (std::size_t i = 0; i < group.samples.size(); ++i) {
      REQUIRE(group.samples[i].watt_hours == expected.samples[i].watt_hours);
      REQUIRE(group.samples[i].mark == expected.samples[i].mark);
    }
    CHECK(skipped(read) == skipped(whole));
  }
}

TEST_CASE("models and machines of several files are kept apart") {
  CalibrationReader reader;
  for (const char* name : {"alpaca_gemma_2b_laptop1.csv", "alpaca_gemma_2b_laptop2.csv"}) {
    reader.begin_file({name, ""});
    REQUIRE_FALSE(reader.feed(melodi_file("gemma:2b", kTrueCosts, 30)).has_value());
    REQUIRE_FALSE(reader.end_file().has_value());
  }
  const std::vector<const SampleGroup*> groups = reader.samples().groups();
  REQUIRE(groups.size() == 2);
  CHECK(groups[0]->hardware == "laptop1");
  CHECK(groups[1]->hardware == "laptop2");
  CHECK(groups[1]->files == std::vector<std::string>{"alpaca_gemma_2b_laptop2.csv"});
}

}  // namespace
}  // namespace gramme
