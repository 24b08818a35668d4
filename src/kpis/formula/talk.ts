import { isKnown, known, missing } from '#model/figure.ts';
import type { AccountFacts } from '../kpi.ts';
import { early, type Part } from './total.ts';

/**
 * Comments and replies under the posts that an account published in the window. A post that does not give its count makes the sum a lower bound,
 * given as `numerator`; `n` counts the posts.
 */
export function commentsUnder({ account, posts, postsRead, postGrounds, grounds }: AccountFacts): Part {
  const base = { account, grounds: grounds.comments ?? postGrounds };
  if (!isKnown(postsRead)) return { ...base, figure: postsRead };
  const figures = posts.map((post) => post.figures.comments ?? missing('not-offered'));
  const have = figures.flatMap((figure) => (isKnown(figure) ? [figure.value] : []));
  const lost = figures.find((figure) => !isKnown(figure));
  const total = have.reduce((sum, value) => sum + value, 0);
  const counted = { of: 'posts', known: have.length, expected: figures.length } as const;
  const young = posts.filter((post) => post.early).length;
  if (have.length === 0) return { ...base, figure: lost ?? missing('no-posts') };
  if (lost) return { ...base, figure: missing('partial'), numerator: total, n: have.length, counted };
  return { ...base, ...early('posts', young), figure: known(total), n: have.length };
}
