#include "catch.hpp"
#include "gramme/catalog.hpp"

namespace gramme {
namespace {

const Catalog& catalog() { return shipped_catalog(); }

std::string id_of(std::string_view name, std::string_view site = "") {
  return resolve_model(catalog(), name, site).model().id;
}

ModelMatch match_of(std::string_view name, std::string_view site = "") {
  return resolve_model(catalog(), name, site).match;
}

std::string site_of(const Model& model) {
  return find_by_id(catalog().providers, model.provider)->site;
}

std::string other_site(const std::string& site) { return site == "claude" ? "chatgpt" : "claude"; }

/// A catalog of families only, for rules about prefixes.
Catalog with_prefixes(const std::vector<std::string>& prefixes) {
  Catalog out;
  for (const std::string& prefix : prefixes) {
    out.families.push_back({"family-" + prefix, prefix, "p", "c", "encoding-" + prefix, {}});
  }
  index_names(out);
  return out;
}

std::string encoding_of(const Catalog& families, std::string_view name) {
  return resolve_model(families, name, "").model().encoding;
}

TEST_CASE("every model resolves by its id and by each alias, with and without a site") {
  for (const Model& model : catalog().models) {
    CAPTURE(model.id);
    for (const char* site : {"", "chatgpt", "claude"}) {
      CHECK(id_of(model.id, site) == model.id);
      for (const std::string& alias : model.aliases) CHECK(id_of(alias, site) == model.id);
    }
    CHECK(match_of(model.id) == ModelMatch::exact);
  }
}

TEST_CASE("every picker label leads to its model on its own provider's site") {
  for (const Model& model : catalog().models) {
    CAPTURE(model.id);
    for (const std::string& label : model.page_labels) {
      CAPTURE(label);
      CHECK(id_of(label, site_of(model)) == model.id);
    }
  }
}

TEST_CASE("a picker label means nothing on the other site") {
  for (const Model& model : catalog().models) {
    for (const std::string& label : model.page_labels) {
      const ResolvedModel here = resolve_model(catalog(), label, site_of(model));
      const ResolvedModel there = resolve_model(catalog(), label, other_site(site_of(model)));
      CAPTURE(label);
      // A label that is also an id or alias, such as "o3", is a name everywhere.
      if (there.match == ModelMatch::exact) CHECK(match_of(label) == ModelMatch::exact);
      CHECK(here.match == ModelMatch::exact);
    }
  }
}

TEST_CASE("a bare version number is a label, so it is unknown away from its site") {
  CHECK(id_of("4", "chatgpt") == "gpt-4");
  CHECK(match_of("4", "claude") == ModelMatch::site);
  CHECK(match_of("4") == ModelMatch::none);
  CHECK(match_of("Opus 5", "chatgpt") == ModelMatch::family);
}

TEST_CASE("spelling and case do not matter") {
  CHECK(id_of("GPT-5.5 Thinking") == "gpt-5-5-thinking");
  CHECK(id_of("  gpt_5_5__thinking ") == "gpt-5-5-thinking");
  CHECK(id_of("OPUS 4.5", "claude") == id_of("Claude Opus 4.5", "claude"));
}

TEST_CASE("a release date at the end of an id is ignored") {
  CHECK(id_of("gpt-5-2025-08-07") == "gpt-5");
  CHECK(id_of("claude-sonnet-4-5-20250929") == id_of("claude-sonnet-4-5"));
  CHECK(match_of("gpt-5-2025-08-07") == ModelMatch::exact);
  CHECK(match_of("gpt-5-2025") == ModelMatch::family);
}

TEST_CASE("a name newer than the catalog is counted like its family, under its own name") {
  const ResolvedModel resolved = resolve_model(catalog(), "Claude Zeppelin 9", "claude");
  CHECK(resolved.match == ModelMatch::family);
  CHECK(resolved.model().id == "claude-zeppelin-9");
  CHECK(resolved.model().provider == "anthropic");
  CHECK_FALSE(resolved.model().parameters.has_value());
}

TEST_CASE("the longest prefix wins, whatever the order of the families") {
  const Catalog up = with_prefixes({"", "gpt", "gpt-4", "gpt-4o"});
  const Catalog down = with_prefixes({"gpt-4o", "gpt-4", "gpt", ""});
  for (const Catalog* families : {&up, &down}) {
    CHECK(encoding_of(*families, "gpt-4o-x") == "encoding-gpt-4o");
    CHECK(encoding_of(*families, "gpt-4-x") == "encoding-gpt-4");
    CHECK(encoding_of(*families, "gpt-9") == "encoding-gpt");
    CHECK(encoding_of(*families, "other") == "encoding-");
  }
}

TEST_CASE("a dash at the end of a prefix is part of it") {
  const Catalog families = with_prefixes({"", "o1-", "gpt-4-", "gpt-4o"});
  CHECK(encoding_of(families, "o1-ultra") == "encoding-o1-");
  CHECK(encoding_of(families, "o1") == "encoding-o1-");
  CHECK(encoding_of(families, "o100") == "encoding-");
  CHECK(encoding_of(families, "gpt-4o-new") == "encoding-gpt-4o");
  CHECK(encoding_of(families, "gpt-45") == "encoding-");
}

TEST_CASE("names of OpenAI's two tokenizers are told apart") {
  const auto [name, encoding] = GENERATE(table<std::string, std::string>({
      {"gpt-4o-2024-11-20-new", "o200k_base"},
      {"gpt-4o-audio", "o200k_base"},
      {"gpt-4-1106-preview", "cl100k_base"},
      {"gpt-4-32k", "cl100k_base"},
      {"gpt-4.1-huge", "o200k_base"},
      {"gpt-4.5-huge", "o200k_base"},
      {"gpt-3.5-turbo-16k", "cl100k_base"},
      {"o1-ultra", "o200k_base"},
      {"chatgpt-5o-latest", "o200k_base"},
      {"claude-3-9-opus", "claude-old"},
      {"claude-sonnet-9", "claude-new"},
  }));
  CAPTURE(name);
  CHECK(resolve_model(catalog(), name, "").model().encoding == encoding);
}

TEST_CASE("a name nobody knows is its site's usual model, or the largest common class") {
  CHECK(resolve_model(catalog(), "zeppelin", "claude").model().provider == "anthropic");
  CHECK(resolve_model(catalog(), "zeppelin", "chatgpt").model().provider == "openai");
  CHECK(resolve_model(catalog(), "zeppelin", "").model().provider == "unknown");
  CHECK(match_of("zeppelin", "claude") == ModelMatch::site);
  CHECK(match_of("zeppelin", "another-site") == ModelMatch::none);
  CHECK(match_of("", "chatgpt") == ModelMatch::site);
  CHECK(match_of("模型", "") == ModelMatch::none);
}

TEST_CASE("a page that names no model is counted like a class, at its own provider") {
  const auto [site, provider, encoding] = GENERATE(table<std::string, std::string, std::string>({
      {"gemini", "google", "gemini"},
      {"deepseek", "deepseek", "deepseek-v3"},
      {"perplexity", "perplexity", "unknown"},
  }));
  CAPTURE(site);
  for (const char* label : {"", "Flash", "Best"}) {
    const ResolvedModel resolved = resolve_model(catalog(), label, site);
    CHECK(resolved.match == ModelMatch::site);
    CHECK(resolved.model().provider == provider);
    CHECK(resolved.model().encoding == encoding);
    CHECK(resolved.model().model_class == "large");
    CHECK_FALSE(resolved.model().parameters.has_value());
  }
}

TEST_CASE("a page that names another maker's model is counted like that model") {
  CHECK(id_of("Claude Sonnet 4.5", "perplexity") == "claude-sonnet-4-5");
  CHECK(resolve_model(catalog(), "Gemini 3 Pro", "perplexity").model().provider == "google");
  CHECK(match_of("GPT-5.5", "perplexity") == ModelMatch::exact);
}

TEST_CASE("a name of 10,000 characters gives a short id") {
  const std::string unit = GENERATE(as<std::string>{}, "x", "-", " ", "gpt-", "\xFF", "\xF0\x9F");
  std::string name;
  while (name.size() < 10000) name += unit;
  for (const char* site : {"", "chatgpt", "claude"}) CHECK(id_of(name, site).size() <= 200);
}

TEST_CASE("an empty catalog resolves to nothing rather than failing") {
  CHECK(resolve_model(Catalog{}, "gpt-5", "chatgpt").match == ModelMatch::none);
}

}  // namespace
}  // namespace gramme
