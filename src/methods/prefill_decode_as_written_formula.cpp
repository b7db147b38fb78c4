#include "methods/prefill_decode_as_written_formula.hpp"

namespace gramme {

AsWrittenResult prefill_decode_as_written_formula(const AsWrittenServer& server,
                                                  const AsWrittenInputs& inputs) {
  const Tokens squared{inputs.input_tokens.value * inputs.input_tokens.value};
  const Seconds time = (squared + inputs.output_tokens) / server.speed;
  const Watts power =
      server.gpu_power * (1.0 - server.cpu_share) + server.cpu_power * server.cpu_share;
  return {time, power * time * inputs.pue};
}

Warning dimension_error_warning() {
  return Warning{
      "dimension_error_in_method",
      "the formula takes the square of input tokens over a speed for a time: its figures are "
      "thousands of times too high"};
}

}  // namespace gramme
