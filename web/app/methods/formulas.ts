/** What each method works out, step by step; each line stands in docs/method.md too (a test compares them). */
export interface Step {
  step: 'time' | 'energy' | 'power' | 'gpus' | 'carbon' | 'embodied' | 'water' | 'work' | 'share';
  formula: string;
}

const OPERATIONAL: Step = { step: 'carbon', formula: 'E / 1000 · intensity [gCO2e]' };

export const FORMULAS: Readonly<Record<string, readonly Step[]>> = {
  roofline: [
    {
      step: 'energy',
      formula: 'E = PUE · E_accelerators · (1 + host + idle) / 3600 [Wh]',
    },
    { step: 'power', formula: 'E_accelerators = TDP · Σ factor · seconds' },
    { step: 'embodied', formula: 'E_accelerators / (TDP · mean power share) / lifespan' },
    { step: 'water', formula: 'E_IT · (WUE of the site + PUE · WUE of the grid)' },
  ],
  ecologits: [
    { step: 'power', formula: 'f = α · exp(β · B) · P_active + γ [Wh]' },
    { step: 'time', formula: 't = T · (a · P_active + b · B + c) [s]' },
    { step: 'gpus', formula: 'n = 2^⌈log₂ ⌈1.2 · P_total · bits / 8 / 80 GB⌉⌉' },
    { step: 'energy', formula: 'E = PUE · E_IT' },
    { step: 'embodied', formula: 't / (lifespan · B) · (n / 8 · server + n · GPU)' },
    { step: 'water', formula: 'E_IT · (WUE of the site + PUE · WUE of the grid)' },
  ],
  'prefill-decode': [
    { step: 'time', formula: 't = (input + cached input · k) / v_prefill + output / v_decode [s]' },
    { step: 'power', formula: '(P_gpu · share + P_host) · n / B [W]' },
    { step: 'energy', formula: 'E = power · t · PUE / 3600 [Wh]' },
    OPERATIONAL,
  ],
  'prefill-decode-as-written': [
    { step: 'time', formula: 't = (input² + output) / v [s]' },
    { step: 'energy', formula: 'E = (P_gpu · (1 − η) + P_cpu · η) · t · PUE / 3600 [Wh]' },
    OPERATIONAL,
  ],
  duration: [
    { step: 'energy', formula: 'E = t · n · P · PUE / (3600 · B) [Wh]' },
    OPERATIONAL,
    { step: 'embodied', formula: 't / (3600 · lifetime) · n · fabrication / B' },
  ],
  'duration-as-written': [
    { step: 'energy', formula: 'E = t · n · P · PUE / (3600 · B) [Wh]' },
    OPERATIONAL,
    { step: 'embodied', formula: 't / (3600 · lifetime) · n · fabrication / B' },
  ],
  'per-token': [
    { step: 'work', formula: 'g = ((input + k · cached input) · a + output · b) / 10⁶' },
    { step: 'energy', formula: 'E = g / 287 · 1000 · PUE / 1.14 [Wh]' },
    OPERATIONAL,
  ],
  'jegham-2025': [
    { step: 'time', formula: 't = output / speed + seconds to the first token [s]' },
    { step: 'share', formula: 'U_gpu = G · D / (N · B), U_other = G · D_other / (N · B)' },
    { step: 'energy', formula: 'E = t · (P_gpu · U_gpu + P_other · U_other) · PUE / 3600 [Wh]' },
    OPERATIONAL,
    { step: 'water', formula: 'E / PUE · WUE of the site + E · WUE of the grid' },
  ],
  'epoch-2025': [
    { step: 'work', formula: 'F = 2 · P_active · 10⁹ · output [FLOP]' },
    { step: 'time', formula: 't = F / (peak · utilization) [s]' },
    { step: 'energy', formula: 'E = t · P · share · PUE / 3600 [Wh]' },
    OPERATIONAL,
  ],
};
