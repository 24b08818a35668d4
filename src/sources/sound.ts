import { Day } from '#model/day.ts';
import { Series } from '#model/observation.ts';
import { Post } from '#model/post.ts';
import type { Gap } from '#model/run.ts';
import { leaps } from './file/doubt.ts';
import type { Pull } from './source.ts';

/**
 * What an API brought, without what can't be: a series or post that no data file may hold, and followers that are a hundred times those of
 * the day before. Each costs only itself, and the last good figure stays.
 */
export function sound(pull: Pull, today: Day, before: (day: Day) => number | null): Pull {
  const gaps: Gap[] = [];
  const refuse = (measure: Gap['measure'], days: readonly string[], detail: string): void => {
    const real = days.filter((day) => Day.safeParse(day).success).sort();
    const span = { from: real[0] ?? today, to: real.at(-1) ?? today };
    gaps.push({ ...(measure === undefined ? {} : { measure }), ...span, reason: 'failed', detail });
  };
  const shaped = pull.series.filter((one) => {
    const fits = Series.safeParse(one).success;
    if (!fits) {
      const days = one.values.map((value) => value.day);
      refuse(one.measure, days, `${one.metric.slice(0, 100)}: the platform gave a figure or a name that can’t be`);
    }
    return fits;
  });
  const series = shaped.flatMap((one) => {
    const [doubtful] = leaps([one], before);
    if (doubtful === undefined) return [one];
    const detail = `${one.metric}: followers leap from ${doubtful}; not believed, the last good figure stays`;
    refuse(one.measure, [one.values.at(-1)?.day ?? today], detail);
    return [];
  });
  const posts = pull.posts.filter((post) => {
    const fits = Post.safeParse(post).success;
    if (!fits) refuse(undefined, [post.day], 'the platform gave a post that can’t be: its day, id or figures have no such form');
    return fits;
  });
  // Where a post is left out, no day is claimed to be whole.
  const span = posts.length === pull.posts.length ? pull.span : null;
  return { ...pull, series, posts, span, gaps: [...pull.gaps, ...gaps] };
}
