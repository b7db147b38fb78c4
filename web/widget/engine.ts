/** What is loaded only when something is weighed: the core's callers, and what shows figures. */
export { badgeSentence, badgeView } from './badge-view.ts';
export { cardView } from './card-view.ts';
export { coreOf } from './core.ts';
export { figureStyle } from './figure-style.ts';
export { weighAnswer } from './follow.ts';
export { answerSentence, meterView } from './meter-view.ts';
export { addToPage } from './session.ts';
export { placeOf, type Weighed, weighGiven } from './weigh.ts';
