/** What every host is asked, and what each must answer. */
export const sampleText =
  'Le vent se lève ! Il faut tenter de vivre, it’s 17 °C: naïve café ☕, 日本語のテキスト, 1234567890 tokens.';

/** Counted with npm gpt-tokenizer (o200k_base); hosts.test.ts compares again. */
export const sampleTokens = 39;

export const sampleExchange = { model: 'gpt-4o', inputTokens: 100, outputTokens: 500 };

/** What a host answers: an exact count and the estimate of one exchange. */
export interface Answer {
  tokens: number;
  kind: string;
  energyWattHours: { low: number; central: number; high: number };
  gramsCo2e: { low: number; central: number; high: number };
}

/** The small program that runs in each host, as a module. */
export const probeModule = `
export async function probe(loadGramme, options) {
  const gramme = await loadGramme(options);
  const { tokens, kind } = await gramme.count(${JSON.stringify(sampleText)}, { encoding: 'o200k_base' });
  const { energyWattHours, gramsCo2e } = gramme.estimate(${JSON.stringify(sampleExchange)});
  return { tokens, kind, energyWattHours, gramsCo2e };
}
`;
