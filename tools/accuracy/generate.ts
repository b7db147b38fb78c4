// docs/accuracy.md and its pictures, from what is built and from the files of measurements.
import type { FullGramme } from '../../web/core/node.ts';
import { drawCoverage } from './coverage-chart.ts';
import { writeDocument } from './document.ts';
import { drawFamilies } from './families-chart.ts';
import { writeFigures } from './figures.ts';
import { METHODS, type Measured, measure, scoreOf } from './measured.ts';
import { compare } from './published.ts';
import { drawPublished } from './published-chart.ts';
import { drawScatter, type Panel } from './scatter-chart.ts';
import { coverageSections, familyErrors } from './tables.ts';

function panelsOf(measured: Measured): Panel[] {
  const { leaveOneFamilyOut, leaveOneHardwareOut } = measured.fit;
  const others = METHODS.slice(1).map((method) => {
    const score = scoreOf(measured, 'all', method);
    return { title: method, score, predictions: score.predictions ?? [] };
  });
  const panel = (title: string, score: typeof leaveOneFamilyOut): Panel => ({
    title,
    score,
    predictions: score.predictions,
  });
  return [
    panel('roofline, unseen families', leaveOneFamilyOut),
    panel('roofline, unseen hardware', leaveOneHardwareOut),
    ...others,
  ];
}

/** The files by their paths. */
export function generate(gramme: FullGramme): Map<string, string> {
  const measured = measure(gramme);
  const comparisons = compare(gramme);
  return new Map([
    ['docs/accuracy.md', writeDocument(measured, comparisons)],
    ['docs/accuracy.json', writeFigures(measured, comparisons)],
    ['docs/accuracy-scatter.svg', drawScatter(panelsOf(measured), measured)],
    ['docs/accuracy-families.svg', drawFamilies(familyErrors(measured))],
    ['docs/accuracy-coverage.svg', drawCoverage(coverageSections(measured))],
    ['docs/accuracy-published.svg', drawPublished(comparisons)],
  ]);
}
