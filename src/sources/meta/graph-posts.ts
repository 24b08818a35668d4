import { SecretError, SourceError } from '#model/error.ts';
import type { Measure } from '#model/measure.ts';
import type { Post, PostFigure } from '#model/post.ts';
import type { Gap } from '#model/run.ts';
import { counted } from '../figure/figures.ts';
import { isCost, overlap, together, type Given, type Insight, type Silent } from './graph-insights.ts';
import type { Ask, Examination } from '../source.ts';

interface Options {
  /** The figures that a post of this kind has. */
  readonly given: (post: Post) => readonly Given[];
  readonly ask: (post: Post, list: string) => Promise<readonly Insight[]>;
  readonly value: (given: Given, insight: Insight) => number | undefined;
  /** Kinds of post for which a refusal speaks apart: what one kind lacks, another may have. */
  readonly kind?: (post: Post) => string;
}

/** Gaps that a run names; the other costs stand with the post's own figure. */
const NAMED = new Set(['failed', 'secret-missing', 'withdrawn']);

/** Posts with the figures that have to be asked for post by post, and what they lack. */
export async function withInsights(ask: Ask, posts: readonly Post[], options: Options): Promise<{ posts: Post[]; gaps: Gap[] }> {
  const refused = new Map<string, Silent>();
  const gaps: Gap[] = [];
  const filled: Post[] = [];
  for (const post of posts) {
    const day = { from: post.day, to: post.day };
    const kind = options.kind?.(post) ?? '';
    const silent: Silent = refused.get(kind) ?? new Map();
    refused.set(kind, silent);
    const given = options.given(post).filter((one) => overlap(day, one));
    const quiet = new Set([...silent].flatMap(([metric, { row }]) => (row >= 3 ? [metric] : [])));
    const found = await together(
      given.map((one) => one.metric),
      silent,
      (list) => options.ask(post, list),
    );
    const figures: Partial<Record<Measure, PostFigure>> = { ...post.figures };
    for (const one of given) {
      const answer = found.get(one.metric);
      if (!answer) continue;
      if (!isCost(answer)) {
        figures[one.measure] = counted(one.metric, options.value(one, answer), 'empty');
        continue;
      }
      figures[one.measure] = counted(one.metric, null, answer.reason);
      if (!NAMED.has(answer.reason) || quiet.has(one.metric)) continue;
      const span = answer.reason === 'withdrawn' ? (overlap(ask.posts, one) ?? day) : day;
      gaps.push({ measure: one.measure, ...span, ...answer });
    }
    filled.push({ ...post, figures });
  }
  return { posts: filled, gaps };
}

/** Each gap once. */
export function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

/** Runs a look at an account; a refusal is what it found, not a failure. */
export async function examined(look: () => Promise<Examination>): Promise<Examination> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof SourceError || error instanceof SecretError) return { works: false, lacks: [error.message] };
    throw error;
  }
}

/** One sentence for each permission that the token lacks; none where the platform did not say what it has. */
export function lacking(has: readonly string[] | undefined, needs: Readonly<Record<string, string>>): string[] {
  if (!has) return [];
  return Object.entries(needs).flatMap(([permission, use]) =>
    has.includes(permission) ? [] : [`The token lacks the permission ${permission}: ${use}. Make a token that has it.`],
  );
}
