#include "methods/explain_factors.hpp"

#include "methods/roofline_plan.hpp"

namespace gramme {

namespace {

using RangeAt = std::function<Range*(Workbench&)>;

struct Name {
  std::string name;
  std::string_view unit;
};

class Levers {
 public:
  explicit Levers(const Workbench& bench) : bench_(&bench) {}

  /// A range that stands on the bench; nothing when the place holds none.
  void add(Name name, const Source& source, const RangeAt& at) {
    Workbench copy = *bench_;
    const Range* value = at(copy);
    if (value == nullptr) return;
    Lever lever;
    lever.factor = described(std::move(name), *value, source);
    lever.scale = [at](Workbench& bench, double factor) {
      if (Range* range = at(bench)) *range = *range * factor;
    };
    if (value->low < value->high) {
      lever.settle = [at](Workbench& bench) {
        if (Range* range = at(bench)) *range = exactly(range->central);
      };
    }
    levers_.push_back(std::move(lever));
  }

  /// A known figure that stands on the bench.
  void add_known(Name name, const Source& source, const std::function<double*(Workbench&)>& at) {
    Workbench copy = *bench_;
    const double* value = at(copy);
    if (value == nullptr) return;
    Lever lever;
    lever.factor = described(std::move(name), exactly(*value), source);
    lever.scale = [at](Workbench& bench, double factor) {
      if (double* figure = at(bench)) *figure *= factor;
    };
    levers_.push_back(std::move(lever));
  }

  void add(Lever lever) { levers_.push_back(std::move(lever)); }

  [[nodiscard]] std::vector<Lever> take() { return std::move(levers_); }

  [[nodiscard]] static Factor described(Name name, const Range& value, const Source& source) {
    Factor factor;
    factor.name = std::move(name.name);
    factor.unit = name.unit;
    factor.value = value;
    factor.source = source;
    return factor;
  }

 private:
  const Workbench* bench_;
  std::vector<Lever> levers_;
};

double* if_given(std::optional<double>& figure) { return figure ? &*figure : nullptr; }

void add_tokens(Levers& levers) {
  const Source asked;
  levers.add({"input_tokens", "tokens"}, asked,
             [](Workbench& bench) { return &bench.exchange.input_tokens; });
  levers.add({"cached_input_tokens", "tokens"}, asked,
             [](Workbench& bench) { return &bench.exchange.cached_input_tokens; });
  levers.add({"output_tokens", "tokens"}, asked,
             [](Workbench& bench) { return &bench.exchange.output_tokens; });
  levers.add_known({"latency_seconds", "s"}, asked,
                   [](Workbench& bench) { return if_given(bench.exchange.latency_seconds); });
}

void add_model(Levers& levers, const PreparedEstimate& prepared) {
  const Source& source = prepared.assumed_class == nullptr ? prepared.resolved.model().source
                                                           : prepared.assumed_class->source;
  levers.add({"total_parameters", "billion"}, source,
             [](Workbench& bench) { return &bench.parameters.total_billion; });
  levers.add({"active_parameters", "billion"}, source,
             [](Workbench& bench) { return &bench.parameters.active_billion; });
  levers.add_known({"output_tokens_per_second", "tokens/s"}, prepared.resolved.model().source,
                   [](Workbench& bench) { return if_given(bench.model.output_tokens_per_second); });
}

/// How many accelerators there are, where it has to be assumed.
void add_accelerator_count(Levers& levers, const Workbench& bench) {
  if (bench.serving.accelerators) {
    levers.add_known({"accelerators", ""}, {},
                     [](Workbench& changed) { return if_given(changed.serving.accelerators); });
    return;
  }
  const Exchange& exchange = bench.exchange;
  const MethodInput in{exchange,        bench.model,   bench.parameters,
                       bench.placement, bench.profile, bench.serving};
  const double needed = roofline_server(in, RooflineConstants(bench.profile)).accelerators;
  Lever lever;
  lever.factor = Levers::described({"accelerators", ""}, {needed, needed, 2.0 * needed}, {});
  lever.settle = [needed](Workbench& changed) { changed.serving.accelerators = needed; };
  levers.add(std::move(lever));
}

void add_serving(Levers& levers, const Workbench& bench) {
  const Source assumed =
      bench.serving.assumed == nullptr ? Source{} : bench.serving.assumed->source;
  levers.add({"batch_size", "requests"}, assumed,
             [](Workbench& changed) { return &changed.serving.batch_size; });
  levers.add({"bytes_per_parameter", "bytes"}, assumed,
             [](Workbench& changed) { return &changed.serving.bytes_per_parameter; });
  add_accelerator_count(levers, bench);
  const Source& made = bench.accelerator.source;
  Lever choice;
  choice.factor =
      Levers::described({"accelerator " + bench.accelerator.name, ""}, exactly(1.0), assumed);
  if (bench.serving.best_accelerator != nullptr) {
    choice.settle = [](Workbench& changed) {
      changed.serving.best_accelerator = changed.serving.worst_accelerator = nullptr;
    };
    levers.add(std::move(choice));
  }
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

void add_place(Levers& levers, const Workbench& bench, const PreparedEstimate& prepared) {
  const Source own;
  const Exchange& asked = bench.exchange;
  const Source& provider = prepared.place.provider->source;
  levers.add({"pue", ""}, asked.pue ? own : provider,
             [](Workbench& changed) { return &changed.placement.pue; });
  levers.add({"carbon_intensity", "gCO2e/kWh"}, intensity_source(prepared.place, asked),
             [](Workbench& changed) {
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
    levers.add({name, unit_in(name)}, profile.source,
               [i](Workbench& bench) { return &bench.profile.constants[i].second; });
  }
}

}  // namespace

Workbench::Workbench(const PreparedEstimate& prepared, const Exchange& asked)
    : exchange(asked),
      model(prepared.resolved.model()),
      parameters(prepared.parameters),
      placement(placement_of(prepared.place, asked)),
      profile(*prepared.chosen.profile),
      serving(prepared.serving),
      method(prepared.chosen.method) {
  if (serving.accelerator != nullptr) accelerator = *serving.accelerator;
}

Footprint Workbench::footprint() const {
  MethodInput in{exchange, model, parameters, placement, profile, serving};
  if (serving.accelerator != nullptr) in.serving.accelerator = &accelerator;
  return method->compute(in);
}

std::vector<Lever> levers_of(const Workbench& bench, const PreparedEstimate& prepared) {
  Levers levers(bench);
  add_tokens(levers);
  add_model(levers, prepared);
  if (bench.method->needs_serving) add_serving(levers, bench);
  add_place(levers, bench, prepared);
  add_constants(levers, bench.profile);
  return levers.take();
}

}  // namespace gramme
