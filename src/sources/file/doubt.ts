import { addDays, type Day } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';

/** How many times as many followers in a day are not believed without a word from staff. */
const LEAP = 100;
/** Small accounts do leap. */
const MANY = 1_000;

/** Days on which followers are a hundred times those of the day before, or a hundredth: likely another account's file, or a fault. */
export function leaps(series: readonly Series[], before: (day: Day) => number | null): string[] {
  return series
    .filter((one) => one.measure === 'followers' && Object.keys(one.dimensions).length === 0)
    .flatMap(({ values }) => {
      const known = new Map(values.map((one) => [one.day, one.value]));
      return values.flatMap(({ day, value }) => {
        const last = known.get(addDays(day, -1)) ?? before(addDays(day, -1));
        if (value === null || last === null) return [];
        const [less, more] = value < last ? [value, last] : [last, value];
        return more >= MANY && more >= LEAP * less ? [`${last} to ${value} on ${day}`] : [];
      });
    });
}

/** Posts whose figures can't well all be right. They are shown as they came: which of them is wrong can't be told. */
export function contradictions(posts: readonly Post[]): string[] {
  return posts.flatMap(({ id, figures }) => {
    const [views, likes, reach] = [figures.views?.value, figures.likes?.value, figures.reach?.value];
    const shown = figures.impressions?.value ?? views;
    if (views != null && likes != null && likes > views * 1.05 + 3) return [`${id}: ${likes} likes of ${views} views`];
    return shown === 0 && reach != null && reach > 0 ? [`${id}: reached ${reach} people and was shown to none`] : [];
  });
}
