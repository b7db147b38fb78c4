const NUMBERS = /-?\d+(?:\.\d+)?/g;

const skeleton = (text: string): string => text.replace(NUMBERS, '#');

function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const decimals = Math.max(...[one, other].map((text) => text.split('.')[1]?.length ?? 0));
  // Just above one step of the last digit, for what arithmetic does to decimals.
  return Math.abs(Number(one) - Number(other)) <= 1.01 * 10 ** -decimals;
}

/** Whether two texts differ at most in the last digit of their figures. */
export function isSameButForLastDigits(one: string, other: string): boolean {
  if (skeleton(one) !== skeleton(other)) return false;
  const others = other.match(NUMBERS) ?? [];
  return (one.match(NUMBERS) ?? []).every((number, index) => isNear(number, others[index] ?? ''));
}
