import type { LastExchange } from './exchange.ts';
import { isReasoningLabel, readReasoningSeconds, sumReasoningSeconds } from './reasoning.ts';
import { isAfter, lastOf } from './select.ts';
import { normalise } from './text.ts';

/**
 * Short labels in an answer outside its prose. They are translated by the sites, so they only
 * add to what attributes say: a language that is missing here loses a flag, never a count.
 */
const toolLabel =
  /^(search|browsed|browsing|analy[sz]|ran |running|used |using |read |reading|looked|fetch|called|calling|edited|recherch|a cherché|gesucht|buscó|検索|搜索)/i;
const stopNote =
  /^(you stopped|response stopped|answer stopped|stopped (generating|response)|response (was )?(interrupted|stopped)|claude['’]s response was (interrupted|stopped)|réponse (arrêtée|interrompue)|antwort (gestoppt|angehalten)|respuesta detenida)/i;

const longestLabel = 80;
const labelLimit = 200;

export interface Surroundings {
  hasReasoningLabel: boolean;
  /** Seconds that the labels tell; null when they tell none. */
  reasoningSeconds: number | null;
  hasStopNote: boolean;
  toolLabels: Element[];
}

interface Found {
  reasoningLabels: string[];
  hasStopNote: boolean;
  toolLabels: Element[];
}

export function readSurroundings(exchange: LastExchange): Surroundings {
  const found: Found = { reasoningLabels: [], hasStopNote: false, toolLabels: [] };
  for (const root of exchange.replies) {
    for (const [label, holder] of labelsOf(root, exchange)) sort(label, holder, found);
  }
  const { reasoningLabels, hasStopNote, toolLabels } = found;
  return {
    hasReasoningLabel: reasoningLabels.length > 0,
    reasoningSeconds: sumReasoningSeconds(reasoningLabels),
    hasStopNote,
    toolLabels,
  };
}

export function endsWithTool(tools: readonly Element[], prose: readonly Element[]): boolean {
  const tool = lastOf(tools);
  const text = lastOf(prose);
  return tool !== null && (text === null || isAfter(tool, text));
}

function sort(label: string, holder: Element, found: Found): void {
  if (stopNote.test(label)) found.hasStopNote = true;
  if (holder.closest('button, [role="status"], summary') === null) return;
  if (isReasoningLabel(label)) found.reasoningLabels.push(wholeLabel(label, holder));
  else if (toolLabel.test(label)) found.toolLabels.push(holder);
}

/** Pages write "Thought for ", "12" and "s" as texts of their own, in one element or in several. */
function wholeLabel(label: string, holder: Element): string {
  const around = [holder, holder.closest('button, summary')];
  const texts = around.map((element) => element?.textContent ?? '');
  const isTold = (text: string) =>
    text.length <= longestLabel * 2 && readReasoningSeconds(text) !== null;
  return texts.find(isTold) ?? label;
}

function labelsOf(root: Element, exchange: LastExchange): [string, Element][] {
  const skipped = new Set<Node>(exchange.prose);
  if (exchange.prompt !== null) skipped.add(exchange.prompt);
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ALL, (node) =>
    skipped.has(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const labels: [string, Element][] = [];
  while (walker.nextNode() !== null && labels.length < labelLimit) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.data.length > longestLabel * 2) continue;
    const label = normalise(node.data);
    const holder = node.parentElement;
    if (holder !== null && label !== '' && label.length <= longestLabel) {
      labels.push([label, holder]);
    }
  }
  return labels;
}
