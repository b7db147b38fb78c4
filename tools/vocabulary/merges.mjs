// Finds, for every token longer than a byte, the two lower-ranked tokens it is merged from.

/** Reads the lines `base64 rank` of a .tiktoken file into byte strings (latin-1) by rank. */
export function readTokens(text) {
  const tokens = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [base64, rank] = line.split(' ');
    tokens[Number(rank)] = Buffer.from(base64, 'base64').toString('latin1');
  }
  return tokens;
}

/** The parts left when `token` is merged with every pair ranked lower than itself. */
function partsBelow(token, ranks, limit) {
  const parts = Array.from(token);
  for (;;) {
    let best = limit;
    let at = -1;
    for (let i = 0; i + 1 < parts.length; i++) {
      const rank = ranks.get(parts[i] + parts[i + 1]);
      if (rank !== undefined && rank < best) {
        best = rank;
        at = i;
      }
    }
    if (at < 0) return parts;
    parts.splice(at, 2, parts[at] + parts[at + 1]);
  }
}

/** Merge pairs [left, right] in rank order, for ranks from 256 on; an unused rank is [rank, -]. */
export function mergePairs(tokens) {
  const ranks = new Map();
  tokens.forEach((token, rank) => {
    ranks.set(token, rank);
  });
  const pairs = [];
  for (let rank = 256; rank < tokens.length; rank++) {
    const token = tokens[rank];
    if (token === undefined) {
      pairs.push([rank]);
      continue;
    }
    const parts = partsBelow(token, ranks, rank);
    if (parts.length !== 2) throw new Error(`token ${rank} is not the merge of two lower tokens`);
    pairs.push(parts.map((part) => ranks.get(part)));
  }
  return pairs;
}
