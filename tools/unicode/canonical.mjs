// What composing characters (NFC) needs, derived from the normaliser of this Node: decompositions
// and the order of marks. Normalisation of an assigned character never changes from one Unicode
// version to the next, so that the version of Node's own data does not matter.
const LOWEST_MARK = 0x0334;
const HIGHEST_MARK = 0x0345;
const HANGUL = { first: 0xac00, last: 0xd7a3 };

const isHangul = (codePoint) => codePoint >= HANGUL.first && codePoint <= HANGUL.last;
const text = (...codePoints) => String.fromCodePoint(...codePoints);
const codePointsOf = (string) => Array.from(string, (letter) => letter.codePointAt(0));

/**
 * One step of each canonical decomposition, by code point: `first` and `second` (0 when there is
 * only one), and whether the two compose again.
 */
export function decompositions(codePoints) {
  const byParts = new Map();
  const changing = codePoints.filter(
    (codePoint) => !isHangul(codePoint) && text(codePoint).normalize('NFD') !== text(codePoint),
  );
  for (const codePoint of changing) {
    const parts = text(codePoint).normalize('NFD');
    if (!byParts.has(parts) || parts.normalize('NFC') === text(codePoint)) {
      byParts.set(parts, codePoint);
    }
  }
  return changing.map((codePoint) => {
    const parts = codePointsOf(text(codePoint).normalize('NFD'));
    const twin = byParts.get(text(...parts)) ?? parts[0];
    if (parts.length === 1) return { codePoint, first: parts[0], second: 0, isComposed: false };
    if (twin !== codePoint) return { codePoint, first: twin, second: 0, isComposed: false };
    const second = parts.pop();
    const first = parts.length === 1 ? parts[0] : byParts.get(text(...parts));
    if (first === undefined) throw new Error(`U+${codePoint.toString(16)}: no first part`);
    const isComposed = text(codePoint).normalize('NFC') === text(codePoint);
    return { codePoint, first, second, isComposed };
  });
}

/** Whether NFD moves the second of two marks before the first. */
const isSwapped = (left, right) => {
  const pair = text(left, right);
  return pair.normalize('NFD') !== pair;
};

/** Marks that move, with the place of their combining class among all classes, from 1 on. */
export function markOrder(codePoints) {
  const moving = codePoints.filter(
    (codePoint) =>
      text(codePoint).normalize('NFD') === text(codePoint) &&
      (isSwapped(codePoint, LOWEST_MARK) || isSwapped(HIGHEST_MARK, codePoint)),
  );
  const classes = [];
  for (const mark of moving) {
    const isNew = classes.every((other) => isSwapped(mark, other) || isSwapped(other, mark));
    if (isNew) classes.push(mark);
  }
  classes.sort((left, right) => (isSwapped(left, right) ? 1 : -1));
  return moving.map((codePoint) => ({
    codePoint,
    order: 1 + classes.findIndex((other) => !isSwapped(codePoint, other)),
  }));
}
