import type { Day } from '#model/day.ts';
import { NET } from '#model/measure.ts';
import type { Observations } from '#model/observation.ts';
import type { Posts } from '#model/post.ts';
import type { SchemaName } from '#model/schemas.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { quote } from './names.ts';

/** What a schema can't say: counts below zero, days to come, the same record twice. */
export function checkFacts(text: string, value: unknown, kind: SchemaName, latest: Day | undefined): Remark[] {
  const remarks: Remark[] = [];
  const add = (path: Path, rule: string, message: string) =>
    remarks.length < 60 && remarks.push({ ...placeOf(text, path), rule, message });
  const checkDay = (path: Path, day: Day) => {
    if (latest !== undefined && day > latest) add(path, 'future', `${day} has not come yet; correct the day`);
  };
  const checkCount = (path: Path, count: number | null) => {
    if (count !== null && count < 0)
      add(path, 'negative', `${count} is no count; write null with a reason where it is not known`);
  };
  const once = (seen: Set<string>, key: string, path: Path, what: string) => {
    if (seen.has(key)) add(path, 'twice', `${what} stands twice; keep one`);
    seen.add(key);
  };
  if (kind === 'observations') {
    const series = new Set<string>();
    (value as Observations).series.forEach(({ measure, window, dimensions, source, metric, api, values }, index) => {
      const key = JSON.stringify([measure, window, Object.entries(dimensions).sort(), source, metric, api]);
      once(series, key, ['series', index], `the series ${quote(`${measure} ${metric}`)}`);
      const days = new Set<string>();
      values.forEach((each, place) => {
        const path = ['series', index, 'values', place];
        once(days, each.day, [...path, 'day'], `the day ${each.day}`);
        if (window !== 'day' || !NET.has(measure)) checkCount([...path, 'value'], each.value);
        checkDay([...path, 'day'], each.day);
        checkDay([...path, 'observed'], each.observed);
      });
    });
  }
  if (kind === 'posts') {
    const ids = new Set<string>();
    const { month, posts } = value as Posts;
    posts.forEach((post, index) => {
      once(ids, post.id, ['posts', index, 'id'], `the post ${quote(post.id)}`);
      if (!post.day.startsWith(month))
        add(['posts', index, 'day'], 'path', `${post.day} is no day of ${month}; move the post to its month`);
      checkDay(['posts', index, 'day'], post.day);
      for (const [measure, figure] of Object.entries(post.figures)) {
        checkCount(['posts', index, 'figures', measure, 'value'], figure.value);
      }
    });
  }
  return remarks;
}
