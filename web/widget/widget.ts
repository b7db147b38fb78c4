/** `gramme/widget`: the element `<gramme-meter>` for pages. */
import { GrammeMeterElement } from './gramme-meter.ts';

export type * from './meter-contracts.ts';

// A page that has the widget twice keeps the first.
if (customElements.get('gramme-meter') === undefined) {
  customElements.define('gramme-meter', GrammeMeterElement);
}
