import type { AccountRun } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import type { Ask } from '#sources/source.ts';

/** How much of what was asked came: each measure once, and the posts. What the platform has not counted yet is not expected. */
export function shareOf(declaration: Declaration, ask: Ask, result: AccountRun): { known: number; expected: number } {
  const day = ask.days?.from ?? ask.today;
  const measures = new Set(
    declaration.gives
      .filter(
        (given) =>
          given.level === 'account' &&
          !given.dimensions?.length &&
          (given.snapshot || ask.days) &&
          (given.since ?? day) <= day &&
          (given.until ?? day) >= day,
      )
      .map((given) => given.measure),
  );
  if (result.outcome === 'failed') return { known: 0, expected: measures.size + 1 };
  const missed = new Set(
    result.gaps.filter((gap) => gap.reason === 'failed' || gap.reason === 'secret-missing').map((gap) => gap.measure ?? 'posts'),
  );
  const count = [...measures, 'posts' as const].filter((measure) => missed.has(measure)).length;
  return { known: measures.size + 1 - count, expected: measures.size + 1 };
}
