#include "methods/explain_factors.hpp"

#include "methods/roofline_plan.hpp"

namespace gramme {

namespace {

using RangeAt = Range* (*)(Workbench&, std::size_t);
using FigureAt = double* (*)(Workbench&);

struct Name {
  std::string name;
  std::string_view unit;
};

class Levers {
 public:
  explicit Levers(const Workbench& bench) : bench_(bench) {}

  /// A range that stands on the bench.
  void add(Name name, const Source& source, RangeAt at, std::size_t index = 0) {
    const Range* value = at(bench_, index);
    if (value == nullptr) return;
    Lever& lever = describe(std::move(name), *value, source);
    lever.range = at;
    lever.index = index;
  }

  /// A known figure that stands on the bench.
  void add_known(Name name, const Source& source, FigureAt at) {
    const double* value = at(bench_);
    if (value != nullptr) describe(std::move(name), exactly(*value), source).figure = at;
  }

  /// Something that is assumed as one of several.
  void add_choice(Name name, const Range& value, const Source& source, void (*choose)(Workbench&)) {
    describe(std::move(name), value, source).choose = choose;
  }

  [[nodiscard]] std::vector<Lever> take() { return std::move(levers_); }

 private:
  Lever& describe(Name name, const Range& value, const Source& source) {
    Lever& lever = levers_.emplace_back();
    lever.factor.name = std::move(name.name);
    lever.factor.unit = name.unit;
    lever.factor.value = value;
    lever.factor.source = source;
    return lever;
  }

  Workbench bench_;
  std::vector<Lever> levers_;
};

double* if_given(std::optional<double>& figure) { return figure ? &*figure : nullptr; }

void add_tokens(Levers& levers, const Workbench& bench) {
  const Source asked;
  levers.add({"input_tokens", "tokens"}, asked,
             [](Workbench& changed, std::size_t) { return &changed.exchange.input_tokens; });
  levers.add({"cached_input_tokens", "tokens"}, asked,
             [](Workbench& changed, std::size_t) { return &changed.exchange.cached_input_tokens; });
  levers.add({"output_tokens", "tokens"}, asked,
             [](Workbench& changed, std::size_t) { return &changed.exchange.output_tokens; });
  if (bench.without_cache) {
    levers.add_choice({"conversation in the cache", ""}, exactly(1.0), asked,
                      [](Workbench& changed) { changed.without_cache.reset(); });
  }
  levers.add_known({"latency_seconds", "s"}, asked,
                   [](Workbench& changed) { return if_given(changed.exchange.latency_seconds); });
}

const Source& parameters_source(const PreparedEstimate& prepared) {
  const Model& model = prepared.resolved.model();
  if (model.parameters) return model.source;
  if (prepared.architecture != nullptr) return prepared.architecture->source;
  return prepared.assumed_class == nullptr ? model.source : prepared.assumed_class->source;
}

void add_model(Levers& levers, const PreparedEstimate& prepared) {
  const Source& source = parameters_source(prepared);
  levers.add({"total_parameters", "billion"}, source,
             [](Workbench& changed, std::size_t) { return &changed.parameters.total_billion; });
  levers.add({"active_parameters", "billion"}, source,
             [](Workbench& changed, std::size_t) { return &changed.parameters.active_billion; });
  levers.add_known(
      {"output_tokens_per_second", "tokens/s"}, prepared.resolved.model().source,
      [](Workbench& changed) { return if_given(changed.model.output_tokens_per_second); });
}

/// As many as hold the weights.
double accelerators_needed(const Workbench& bench) {
  const MethodInput in{bench.exchange,  bench.model,   bench.parameters,
                       bench.placement, bench.profile, bench.serving};
  return roofline_server(in, RooflineConstants(bench.profile)).accelerators;
}

void add_serving(Levers& levers, const Workbench& bench) {
  const Serving& serving = bench.serving;
  const Source assumed = serving.assumed == nullptr ? Source{} : serving.assumed->source;
  levers.add({"batch_size", "requests"}, assumed,
             [](Workbench& changed, std::size_t) { return &changed.serving.batch_size; });
  levers.add({"bytes_per_parameter", "bytes"}, assumed,
             [](Workbench& changed, std::size_t) { return &changed.serving.bytes_per_parameter; });
  levers.add_known({"accelerators", ""}, {},
                   [](Workbench& changed) { return if_given(changed.serving.accelerators); });
  if (!serving.accelerators) {
    const double needed = accelerators_needed(bench);
    levers.add_choice(
        {"accelerators", ""}, {needed, needed, 2.0 * needed}, assumed,
        [](Workbench& changed) { changed.serving.accelerators = accelerators_needed(changed); });
  }
  if (serving.best_accelerator != nullptr) {
    levers.add_choice({"choice of accelerator", ""}, exactly(1.0), assumed, [](Workbench& changed) {
      changed.serving.best_accelerator = nullptr;
      changed.serving.worst_accelerator = nullptr;
    });
  }
}

void add_accelerator(Levers& levers, const Accelerator& accelerator) {
  const Source& made = accelerator.source;
  levers.add_known({"thermal_design_power", "W"}, made, [](Workbench& changed) {
    return &changed.accelerator.thermal_design_power_watts;
  });
  levers.add_known({"memory_bandwidth", "GB/s"}, made, [](Workbench& changed) {
    return if_given(changed.accelerator.memory_bandwidth_gigabytes_per_second);
  });
  levers.add_known({"peak_16bit", "TFLOP/s"}, made, [](Workbench& changed) {
    return if_given(changed.accelerator.peak_teraflops_16bit);
  });
}

void add_place(Levers& levers, const PreparedEstimate& prepared, const Exchange& asked) {
  levers.add({"pue", ""}, asked.pue ? Source{} : prepared.place.provider->source,
             [](Workbench& changed, std::size_t) { return &changed.placement.pue; });
  levers.add({"carbon_intensity", "gCO2e/kWh"}, intensity_source(prepared.place, asked),
             [](Workbench& changed, std::size_t) {
               return &changed.placement.carbon_intensity_grams_co2e_per_kilowatt_hour;
             });
}

/// The unit that the name of a constant ends with.
std::string_view unit_in(std::string_view name) {
  struct Ending {
    std::string_view words;
    std::string_view unit;
  };
  constexpr std::array kEndings{Ending{"_seconds", "s"},
                                Ending{"_watts", "W"},
                                Ending{"_kilowatts", "kW"},
                                Ending{"_watt_hours", "Wh"},
                                Ending{"_kilograms_co2e", "kgCO2e"},
                                Ending{"_kilograms_sb", "kgSb"},
                                Ending{"_megajoules", "MJ"},
                                Ending{"_gigabytes", "GB"},
                                Ending{"_tokens_per_second", "tokens/s"},
                                Ending{"_grams_co2e_per_million_tokens", "g/Mtoken"},
                                Ending{"_grams_co2e_per_kilowatt_hour", "gCO2e/kWh"},
                                Ending{"_bits", "bit"},
                                Ending{"_hours", "h"}};
  for (const auto& [words, unit] : kEndings) {
    if (name.size() > words.size() && name.substr(name.size() - words.size()) == words) {
      return unit;
    }
  }
  return {};
}

void add_constants(Levers& levers, const MethodProfile& profile) {
  for (std::size_t i = 0; i < profile.constants.size(); ++i) {
    const std::string& name = profile.constants[i].first;
    levers.add(
        {name, unit_in(name)}, profile.source,
        [](Workbench& changed, std::size_t index) {
          return &changed.profile.constants[index].second;
        },
        i);
  }
}

}  // namespace

Workbench::Workbench(const PreparedEstimate& prepared, const AskedTokens& asked)
    : exchange(asked.exchange),
      without_cache(asked.without_cache),
      model(prepared.resolved.model()),
      parameters(prepared.parameters),
      placement(placement_of(prepared.place, asked.exchange)),
      profile(*prepared.chosen.profile),
      serving(prepared.serving),
      method(prepared.chosen.method) {
  if (serving.accelerator != nullptr) accelerator = *serving.accelerator;
}

Footprint Workbench::footprint() const {
  const auto weighed = [&](const Exchange& tokens) {
    MethodInput in{tokens, model, parameters, placement, profile, serving};
    if (serving.accelerator != nullptr) in.serving.accelerator = &accelerator;
    return method->compute(in);
  };
  const Footprint cached = weighed(exchange);
  return without_cache ? spanned(cached, weighed(*without_cache)) : cached;
}

void Lever::scale(Workbench& bench, double by) const {
  if (range != nullptr) {
    Range& changed = *range(bench, index);
    changed = changed * by;
  } else if (figure != nullptr) {
    *figure(bench) *= by;
  }
}

void Lever::settle(Workbench& bench) const {
  if (choose != nullptr) return choose(bench);
  Range& changed = *range(bench, index);
  changed = exactly(changed.central);
}

std::vector<Lever> levers_of(const Workbench& bench, const PreparedEstimate& prepared) {
  Levers levers(bench);
  add_tokens(levers, bench);
  add_model(levers, prepared);
  if (bench.method->needs_serving) {
    add_serving(levers, bench);
    add_accelerator(levers, bench.accelerator);
  }
  add_place(levers, prepared, bench.exchange);
  add_constants(levers, bench.profile);
  return levers.take();
}

}  // namespace gramme
