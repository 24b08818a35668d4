import { describe, expect, test } from 'vitest';
import type { Comment } from '#model/comment.ts';
import { addDays, dayOf, daysBetween, type Day } from '#model/day.ts';
import { CorpusTopic } from '#model/corpus.ts';
import { LABELS, type Label } from '#model/label.ts';
import type { Post } from '#model/post.ts';
import { createHttp } from '#sources/http/http.ts';
import { find, isApi } from '#sources/index.ts';
import { openData } from '#store/read.ts';
import { sampleMeans } from '../scripts/sample.ts';
import { at, dayAt } from '../scripts/sample/calendar.ts';
import { remarks } from '../scripts/sample/comments.ts';
import { corpus, labelOf } from '../scripts/sample/corpus.ts';
import { build, server } from '../scripts/sample/index.ts';
import { NAMES } from '../scripts/sample/profiles.ts';
import { figure, visible, type Item } from '../scripts/sample/world.ts';

const agency = openData('data').agency('tirtaraya');
const world = build();
const answer = server(world);
const HEARD = ['facebook', 'mastodon', 'bluesky'] as const;

/** What a source reads on a day of what was written on these days, under the posts of the four weeks before and since. */
async function heard(id: (typeof HEARD)[number], today: Day, from: Day, to: Day, ask = answer): Promise<Comment[]> {
  const account = agency.accounts.find((one) => one.id === id);
  const source = account && find(account.source);
  if (!account || !source || !isApi(source)) throw new Error(`no ${id}`);
  const means = sampleMeans(agency, ask, today);
  const http = createHttp({ ...means, budget: { requests: 1000, waiting: 0 }, progress: () => undefined });
  const under = visible(world[id], at(today))
    .filter(({ day }) => day >= at(addDays(from, -28)) && day <= at(to))
    .map((item) => ({ id: idOf(id, item), day: dayAt(item.day) }) as Post);
  const found: Comment[] = [];
  const none = { token: () => 'sample', secret: () => 'sample', has: () => false, allowance: Infinity };
  const { api } = source.declaration;
  for await (const comment of source.comments?.({
    account,
    http,
    zone: agency.zone,
    today,
    api,
    written: { from, to },
    under,
    ...none,
  }) ?? [])
    found.push(comment);
  return found;
}

const idOf = (id: string, item: Item): string =>
  id === 'bluesky' ? `at://${NAMES.bluesky.did}/app.bsky.feed.post/${item.id}` : item.id;

const shares = (labels: readonly Label[]): Record<Label, number> =>
  Object.fromEntries(LABELS.map((label) => [label, labels.filter((one) => one === label).length / labels.length])) as Record<
    Label,
    number
  >;

describe('comments of the sample agency', () => {
  test.each(HEARD)('%s: as many stand under a post on a day as its own figure says', (id) => {
    const life = world[id];
    for (const day of [0, 1, 5, 40].map((age) => at('2026-01-16') + age)) {
      for (const item of visible(life, day).filter((one) => one.day > day - 60)) {
        const under = remarks(life, item, day).filter((one) => id === 'facebook' || one.parent === null);
        expect(under.length).toBe(figure(item, 'comments', day));
      }
    }
  });

  test.each(HEARD)(
    '%s: its source reads them, those of the office apart, each after its post, with words of the corpus',
    async (id) => {
      const comments = await heard(id, '2026-05-08', '2026-04-01', '2026-04-30');
      const people = comments.filter(({ own }) => !own);
      expect(people.length).toBeGreaterThan(id === 'facebook' ? 700 : 8);
      if (id === 'facebook') expect(comments.length - people.length).toBeGreaterThan(20);
      expect(new Set(comments.map((one) => one.id.read())).size).toBe(comments.length);
      const posted = new Map(world[id].items.map((item) => [idOf(id, item), dayAt(item.day)]));
      expect(comments.filter(({ day, post }) => day < (posted.get(post) ?? '9'))).toEqual([]);
      const soon = people.filter(({ day, post }) => daysBetween(posted.get(post) ?? day, day) <= 3).length;
      expect(soon / people.length).toBeGreaterThan(0.6);
      expect(people.filter(({ words }) => labelOf(words.read()) === undefined)).toEqual([]);
    },
  );

  test('one person writes several; somebody advertises', async () => {
    const authors = (await heard('facebook', '2026-05-08', '2026-04-01', '2026-04-30')).map(({ author }) => author.read());
    const counts = [...Map.groupBy(authors, (one) => one).values()].map(({ length }) => length);
    expect(counts.length).toBeGreaterThan(300);
    expect(counts.filter((count) => count > 2).length).toBeGreaterThan(10);
  });

  test('no two of one month have the same words, not even in the flood', () => {
    for (const id of HEARD) {
      const words = world[id].items
        .flatMap((item) => remarks(world[id], item, Infinity))
        .filter(({ by }) => by !== null)
        .map(({ text, time }) => `${dayOf(new Date(time), agency.zone).slice(0, 7)} ${text}`);
      expect(words.length - new Set(words).size).toBe(0);
    }
  });

  test('another server says the same', async () => {
    const [one, two] = await Promise.all(
      [answer, server(build())].map((each) => heard('bluesky', '2026-02-10', '2026-01-01', '2026-01-31', each)),
    );
    expect(one?.map(({ words, id }) => `${id.read()} ${words.read()}`)).toEqual(
      two?.map(({ words, id }) => `${id.read()} ${words.read()}`),
    );
    expect(one?.length).toBeGreaterThan(100);
  });

  test('they tell a story: angry in the flood and on the levy, relieved when it was changed', async () => {
    const said = async (from: Day, to: Day) =>
      shares(
        (await heard('facebook', addDays(to, 10), from, to)).flatMap(({ words, own }) =>
          own ? [] : (labelOf(words.read()) ?? []),
        ),
      );
    const [usual, flood, levy, after] = [
      await said('2025-10-01', '2025-10-31'),
      await said('2026-01-09', '2026-01-18'),
      await said('2026-05-11', '2026-05-31'),
      await said('2026-06-22', '2026-07-31'),
    ];
    expect(flood.negative).toBeGreaterThan(usual.negative + 0.06);
    expect(levy.negative).toBeGreaterThan(usual.negative + 0.06);
    expect(after.negative).toBeLessThan(levy.negative - 0.08);
  });

  test('the corpus has all topics, and a text that is not of it has no label', () => {
    expect([...corpus().keys()]).toEqual(CorpusTopic.options);
    expect(labelOf('tidak ada di korpus')).toBeUndefined();
  });
});
