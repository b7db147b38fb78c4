// The same package by require(): node common-js.cjs
const { GrammeError, loadGramme } = require('gramme');

async function main() {
  const gramme = await loadGramme();
  const { tokens } = await gramme.count('Bonjour tout le monde', { encoding: 'o200k_base' });
  console.log(`${tokens} tokens`);

  try {
    gramme.estimate({ model: 'gpt-5', outputTokens: -1 });
  } catch (error) {
    if (!(error instanceof GrammeError)) throw error;
    console.log(`refused: ${error.code} at ${error.path}`);
  }
}

main();
