#include "usage/usage_reader.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace gramme;

namespace {

/// A token for each byte, so that figures can be worked out by hand.
class ByteCounts final : public TextCounts {
 public:
  std::string missing_vocabulary(std::string_view, std::string_view) override { return missing; }
  Range count(std::string_view, std::string_view, std::string_view text) override {
    return exactly(static_cast<double>(text.size()));
  }
  std::string missing;
};

struct Read {
  UsageSummary summary;
  std::vector<FileNotes> files;
  std::vector<Activity> activities;
};

Read read(const std::vector<std::string>& texts, std::size_t part_bytes = 7) {
  ByteCounts counts;
  UsageReader reader(shipped_catalog(), UsageReading{}, counts);
  for (const std::string& text : texts) {
    reader.begin_file("file");
    for (std::size_t at = 0; at < text.size(); at += part_bytes) {
      REQUIRE_FALSE(reader.feed(std::string_view(text).substr(at, part_bytes)));
    }
    REQUIRE_FALSE(reader.end_file());
  }
  Read out{*reader.finish(), reader.files(), reader.activities().all()};
  return out;
}

LedgerRow total(const Read& read) {
  LedgerRow sum;
  for (const UsageRow& row : read.summary.rows) add_figures(sum, row.sums);
  return sum;
}

double skipped(const Read& read, std::string_view reason) {
  double items = 0.0;
  for (const FileNotes& file : read.files) {
    for (const Skipped& skip : file.skipped) items += skip.reason == reason ? skip.items : 0.0;
  }
  return items;
}

constexpr const char* kAnswer =
    R"({"id":"chatcmpl-000000000001","created":1767225600,"model":"gpt-4o",)"
    R"("usage":{"prompt_tokens":100,"completion_tokens":10}})";

}  // namespace

TEST_CASE("an answer told of twice counts once, in one file or in two") {
  const std::string other =
      R"({"id":"chatcmpl-000000000002","created":1767225600,"model":"gpt-4o",)"
      R"("usage":{"prompt_tokens":1,"completion_tokens":1}})";
  const std::string log = std::string(kAnswer) + "\n" + other + "\n" + kAnswer + "\n";
  const Read once = read({log});
  CHECK(total(once).requests == 2.0);
  CHECK(skipped(once, "repeated") == 1.0);
  const Read twice = read({log, log});
  CHECK(total(twice).requests == 2.0);
  CHECK(total(twice).prompt_tokens.central == 101.0);
}

TEST_CASE("events of a stream are one answer: the last count holds") {
  const Read found = read(
      {R"({"type":"message_start","message":{"id":"msg_0123456789ab","model":"claude-haiku-4-5",)"
       R"("usage":{"input_tokens":25,"output_tokens":1}}})"
       "\n"
       R"({"type":"message_delta","usage":{"output_tokens":15}})"
       "\n"
       R"({"type":"message_delta","usage":{"output_tokens":40}})"});
  CHECK(total(found).requests == 1.0);
  CHECK(total(found).prompt_tokens.central == 25.0);
  CHECK(total(found).output_tokens.central == 40.0);
}

TEST_CASE("the energy of a log is the sum of its answers' own") {
  const Read found = read({std::string(kAnswer) + "\n"});
  Exchange exchange;
  exchange.model = "gpt-4o";
  exchange.input_tokens = exactly(100.0);
  exchange.output_tokens = exactly(10.0);
  const Estimate alone = *estimate(shipped_catalog(), exchange);
  CHECK(total(found).energy_watt_hours == alone.footprint.energy_watt_hours);
  CHECK(total(found).grams_co2e == alone.footprint.grams_co2e);
}

TEST_CASE("daily analytics: descriptions beside lists, plural names, days twice and missing") {
  const Read found =
      read({"genai:\n  description: words\n  chatbots:\n"
            "  - {date: '2026-01-01', count: 2}\n"
            "  - {date: '2026-01-01', count: 7}\n"
            "  - {date: '2026-01-03', count: 1}\n"
            "  summaries:\n  - {date: '2026-01-01', count: 4}\n"
            "session:\n  sessions:\n  - {date: 2026-01-01, count: 30}\n"});
  // A chatbot's request: 1000 characters in and 500 out, 4 to a token.
  CHECK(total(found).requests == 3.0);
  CHECK(total(found).prompt_tokens.central == Approx(3 * 250.0));
  CHECK(total(found).output_tokens.central == Approx(3 * 125.0));
  CHECK(total(found).output_tokens.low == Approx(3 * 100.0));
  CHECK(skipped(found, "duplicate_day") == 1.0);
  REQUIRE(found.activities.size() == 3);
  CHECK(found.activities[0].description == "words");
  CHECK(found.activities[1].profile.empty());
  CHECK(found.activities[1].counts.begin()->second == 4.0);
}

TEST_CASE("the same analytics as JSON and as two kinds of table weigh the same") {
  const Read yaml =
      read({"genai:\n  chatbots:\n  - {date: '2026-01-01', count: 2}\n"
            "  translations:\n  - {date: '2026-01-02', count: 1}\n"});
  const Read json = read({R"({"genai":{"chatbots":[{"date":"2026-01-01","count":2}],)"
                          R"("translations":[{"date":"2026-01-02","count":1}]}})"});
  const Read tall = read({"date,kind,count\n2026-01-01,chatbots,2\n2026-01-02,translation,1\n"});
  const Read wide = read({"date,chatbots,translations\n2026-01-01,2,\n2026-01-02,,1\n"});
  for (const Read* other : {&json, &tall, &wide}) {
    CHECK(total(*other).requests == 3.0);
    CHECK(total(*other).grams_co2e == total(yaml).grams_co2e);
  }
}

TEST_CASE("usage reports of OpenAI and Anthropic, whole days in UTC") {
  const Read openai =
      read({R"({"object":"page","data":[{"object":"bucket","start_time":1767225600,)"
            R"("end_time":1767312000,"results":[{"input_tokens":1000,)"
            R"("output_tokens":500,"input_cached_tokens":800,)"
            R"("num_model_requests":5,"model":"gpt-4o"}]}]})"});
  CHECK(total(openai).requests == 5.0);
  CHECK(total(openai).prompt_tokens.central == Approx(200.0));
  CHECK(total(openai).cached_input_tokens.central == Approx(800.0));
  CHECK(date_text(openai.summary.rows.at(0).day) == "2026-01-01");
  const Read anthropic =
      read({R"({"data":[{"starting_at":"2026-01-01T00:00:00Z","results":[)"
            R"({"uncached_input_tokens":1500,"cache_creation":)"
            R"({"ephemeral_1h_input_tokens":1000,"ephemeral_5m_input_tokens":500},)"
            R"("cache_read_input_tokens":200,"output_tokens":500,)"
            R"("model":"claude-sonnet-4-5"}]}],"has_more":false})"});
  CHECK(total(anthropic).prompt_tokens.central == Approx(3000.0));
  // 3700 tokens are not told by how many requests: about 1366 a request.
  CHECK(total(anthropic).requests == 3.0);
  const auto codes = total(anthropic).warnings;
  CHECK(std::count(codes.begin(), codes.end(),
                   std::pair<std::string, double>("requests_not_told", 3.0)) == 1);
  const Read csv =
      read({"start_time_iso,num_model_requests,model,input_tokens,output_tokens,"
            "input_cached_tokens\n2026-01-01T00:00:00+00:00,5,gpt-4o,1000,500,800\n"});
  CHECK(total(csv).grams_co2e == total(openai).grams_co2e);
}

TEST_CASE("a ChatGPT export: each answer with what was sent again, a regenerate's prompt once") {
  // root -> user "1234" -> answer "12" -> user "12345" -> two answers, "123" and "1".
  const auto node = [](const char* id, const char* parent, const char* role, const char* text,
                       int time) {
    return std::string("\"") + id + R"(":{"id":")" + id + R"(","parent":")" + parent +
           R"(","message":{"id":")" + id + R"(","author":{"role":")" + role +
           R"("},"create_time":)" + std::to_string(1767225600 + time) +
           R"(,"content":{"content_type":"text","parts":[")" + text +
           R"("]},"metadata":{"model_slug":"gpt-4o"}}})";
  };
  const std::string conversation =
      R"({"title":"t","mapping":{"root":{"id":"root","message":null,"parent":null},)" +
      node("user-00000000001", "root", "user", "1234", 0) + "," +
      node("answer-0000000001", "user-00000000001", "assistant", "12", 10) + "," +
      node("user-00000000002", "answer-0000000001", "user", "12345", 20) + "," +
      node("answer-0000000002", "user-00000000002", "assistant", "123", 30) + "," +
      node("answer-0000000003", "user-00000000002", "assistant", "1", 60) + "}}";
  const Read found = read({"[" + conversation + "]"});
  CHECK(total(found).requests == 3.0);
  CHECK(total(found).prompt_tokens.central == 9.0);
  CHECK(total(found).output_tokens.central == 6.0);
  // The regenerate reads its prompt again; both answers of the second turn read the first.
  CHECK(total(found).cached_input_tokens.central == 5.0);
  CHECK(total(found).context_tokens.central == 12.0);
  CHECK(found.files.at(0).kind == std::string("chatgpt_export"));
  // A later export holds the same answers: none counts again.
  const Read again = read({"[" + conversation + "]", "[" + conversation + "]"});
  CHECK(total(again).requests == 3.0);
  CHECK(skipped(again, "repeated") == 3.0);
}

TEST_CASE("a Claude export: attachments belong to the prompt") {
  const Read found = read({R"([{"uuid":"c","name":"n","chat_messages":[)"
                           R"({"uuid":"m-0000000000001","sender":"human","text":"1234",)"
                           R"("created_at":"2026-01-01T10:00:00Z",)"
                           R"("attachments":[{"extracted_content":"123456"}]},)"
                           R"({"uuid":"m-0000000000002","sender":"assistant","text":"12",)"
                           R"("created_at":"2026-01-01T10:00:05Z"}]}])"});
  CHECK(total(found).requests == 1.0);
  CHECK(total(found).prompt_tokens.central == 10.0);
  CHECK(found.summary.rows.at(0).sums.site == "claude");
}

TEST_CASE("messages that answer each other in a circle are left out") {
  const Read found =
      read({R"([{"mapping":{"a":{"parent":"b","message":{"author":{"role":"user"}}},)"
            R"("b":{"parent":"a","message":{"author":{"role":"assistant"}}}}}])"});
  CHECK(total(found).requests == 0.0);
}

TEST_CASE("a conversation waits for the vocabulary of its model") {
  ByteCounts counts;
  counts.missing = "o200k_base.gvoc";
  UsageReader reader(shipped_catalog(), UsageReading{}, counts);
  reader.begin_file("file");
  REQUIRE_FALSE(
      reader.feed(R"([{"chat_messages":[{"uuid":"m-1","sender":"assistant","text":"hello"}]}])"));
  CHECK(reader.needed_vocabulary() == "o200k_base.gvoc");
  counts.missing.clear();
  REQUIRE_FALSE(reader.feed(""));
  CHECK(reader.needed_vocabulary().empty());
  REQUIRE_FALSE(reader.end_file());
  CHECK(reader.files().at(0).requests == 1.0);
}

TEST_CASE("what is no text of use says what it is") {
  const auto problem = [](std::string_view text) {
    ByteCounts counts;
    UsageReader reader(shipped_catalog(), UsageReading{}, counts);
    reader.begin_file("file");
    if (Problem failed = reader.feed(text)) return failed->message;
    const Problem failed = reader.end_file();
    return failed ? failed->message : std::string("none");
  };
  using namespace std::string_view_literals;
  CHECK(problem("\xFF\xFE{\0"sv).find("UTF-16") != std::string::npos);
  CHECK(problem("PK\x03\x04zip").find("unpack") != std::string::npos);
  CHECK(problem("bin\0ary"sv).find("no text") != std::string::npos);
  CHECK(problem("name: value\n").find("genai") != std::string::npos);
  CHECK(problem("") != "none");
}

TEST_CASE("thousands of names of models are counted, the last of them together") {
  std::string log;
  for (int i = 0; i < 5000; ++i) {
    log += R"({"model":"m)" + std::to_string(i) +
           R"(","usage":{"prompt_tokens":1,"completion_tokens":1}})" + "\n";
  }
  CHECK(total(read({log}, 4096)).requests == 5000.0);
}
