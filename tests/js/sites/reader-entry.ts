/** What the unit tests call inside a browser page. */
export { observe } from '../../../extension/content/observer.ts';
export { readAnswer } from '../../../extension/sites/markdown.ts';
export { adapterFor } from '../../../extension/sites/registry.ts';
export { countCharacters, normalise, typedText } from '../../../extension/sites/text.ts';
