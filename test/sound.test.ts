import { expect, test } from 'vitest';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import { sound } from '#sources/sound.ts';
import type { Pull } from '#sources/source.ts';

const followers = (value: number, dimensions: Series['dimensions'] = {}): Series => ({
  measure: 'followers',
  window: 'day',
  dimensions,
  source: 'somewhere',
  metric: 'followers_count',
  api: 'v1',
  values: [{ day: '2026-09-02', value, observed: '2026-09-02' }],
});
const post = (id: string): Post => ({
  id,
  day: '2026-09-01',
  type: 'text',
  text: '',
  tags: [],
  figures: {},
  source: 'somewhere',
  api: 'v1',
  observed: '2026-09-02',
});
const pull = (series: Series[], posts: Post[] = []): Pull => ({
  api: 'v1',
  series,
  posts,
  span: { from: '2026-09-01', to: '2026-09-01' },
  gaps: [],
});
const yesterday = (): number => 12_000;

test('what is sound stays as it is', () => {
  const whole = pull([followers(12_040)], [post('1')]);
  expect(sound(whole, '2026-09-02', yesterday)).toEqual(whole);
});

test('a series or post that no data file may hold costs only itself, and no day is claimed whole without it', () => {
  const city = 'x'.repeat(101);
  const found = sound(pull([followers(12_040), followers(40, { city })], [post('1'), post('')]), '2026-09-02', yesterday);
  expect(found.series).toEqual([followers(12_040)]);
  expect(found.posts).toEqual([post('1')]);
  expect(found.span).toBeNull();
  expect(found.gaps).toMatchObject([
    { measure: 'followers', from: '2026-09-02', to: '2026-09-02', reason: 'failed' },
    { from: '2026-09-01', to: '2026-09-01', reason: 'failed' },
  ]);
  expect(JSON.stringify(found.gaps)).not.toContain(city);
});

test('followers a hundred times those of the day before are not believed', () => {
  const found = sound(pull([followers(1_200_000)]), '2026-09-02', yesterday);
  expect(found.series).toEqual([]);
  expect(found.gaps).toMatchObject([
    { measure: 'followers', reason: 'failed', detail: expect.stringContaining('12000 to 1200000') },
  ]);
  expect(sound(pull([followers(1_199_999)]), '2026-09-02', yesterday).gaps).toEqual([]);
  expect(sound(pull([followers(1_200_000)]), '2026-09-02', () => null).gaps).toEqual([]);
});
