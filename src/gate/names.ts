import { HIDDEN } from './bytes.ts';

/** The candidate that is most like a word, or undefined where none is like it: a swap, slip, lack or surplus of few letters. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const short = word.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(short.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart = distance(short, candidate.slice(0, 60).toLowerCase());
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best;
}

/** `; did you mean "…"?`, or the names there are, where none is like the word. */
export function hint(word: string, candidates: readonly string[]): string {
  const like = nearest(word, candidates);
  if (like !== undefined) return `; did you mean "${like}"?`;
  if (candidates.length === 0) return '; there are none yet';
  return `; there are ${candidates.slice(0, 12).join(', ')}${candidates.length > 12 ? ' …' : ''}`;
}

/** A stranger's words inside a message: on one line, cut, with what can't be seen spelled out. */
export function quote(text: string): string {
  const cut = [...text.slice(0, 120)].slice(0, 50).join('');
  const seen = cut.replace(/[\t\r\n]/g, ' ').replace(new RegExp(HIDDEN, 'gu'), (character) => codeOf(character));
  return `"${seen}${cut.length < text.length ? '…' : ''}"`;
}

/** `U+202E` */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Optimal string alignment: the fewest insertions, deletions, substitutions and swaps of neighbours. */
export function distance(a: string, b: string): number {
  let [twoBack, back]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((back[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (back[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (twoBack[column - 2] ?? 0) + 1);
      }
      here.push(cost);
    }
    [twoBack, back] = [back, here];
  }
  return back[b.length] ?? 0;
}
