import type { PeerPlace } from '#model/peer-place.ts';

const WIDTH = 200;
const HEIGHT = 14;
/** Room for half a dot, and a stretch of axis beyond, since single peers lie there. */
const EDGE = 20;

/**
 * The middle half of the peers as a bar, their middle as a line, the account as a dot: a small picture beside the words that say the same, hidden
 * from readers of the words. Nothing where the account was not placed.
 */
export function peerStrip({ value, low, middle, high }: PeerPlace): string {
  if (value === null || low === null || middle === null || high === null) return '';
  const [from, to] = [Math.min(value, low), Math.max(value, high)];
  const at = (point: number): number => round(EDGE + (to === from ? 0.5 : (point - from) / (to - from)) * (WIDTH - 2 * EDGE));
  const length = round(Math.max(1, at(high) - at(low)));
  const bar = `<path class="peer-bar" d="M${at(low)} 4h${length}v6h-${length}z"/>`;
  const line = `<path class="peer-middle" d="M${at(middle)} 1v12"/>`;
  const dot = `<circle class="peer-own" cx="${at(value)}" cy="7" r="5"/>`;
  return `<svg class="peer-strip" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path class="peer-axis" d="M0 7h${WIDTH}"/>${bar}${line}${dot}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
