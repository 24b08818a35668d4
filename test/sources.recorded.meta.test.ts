import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Account } from '#model/agency.ts';
import { Series } from '#model/observation.ts';
import { Post } from '#model/post.ts';
import type { Span } from '#model/run.ts';
import { facebook } from '#sources/meta/facebook.ts';
import { Insights, numberOf, partsOf } from '#sources/meta/graph-insights.ts';
import { createHttp } from '#sources/http/http.ts';
import { instagram } from '#sources/meta/instagram.ts';
import { Exchange, replay } from '#sources/http/replay.ts';
import type { ApiSource, Ask, Pull } from '#sources/source.ts';

// Real recordings stand beside the repository on some machines. Most of them may not be published, so none is kept here.
const FOLDER = join(import.meta.dirname, '../../shared/recorded');
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no real recordings in ../shared/recorded');

const account = (source: string, handle: string, more: Partial<Account> = {}): Account => ({
  id: source,
  name: 'Recorded',
  platform: source,
  source,
  handle,
  since: '2015-01-01',
  ...more,
});

/** A source's question to recorded answers; what they do not hold fails, as it would live. */
function asking(
  source: ApiSource,
  who: Account,
  exchanges: readonly Exchange[],
  today: string,
): Omit<Ask, 'days' | 'posts' | 'audience'> {
  return {
    account: who,
    zone: 'Asia/Jakarta',
    today,
    api: source.declaration.api,
    allowance: Number.POSITIVE_INFINITY,
    token: () => 'recorded',
    secret: () => 'recorded',
    has: () => false,
    http: createHttp({
      now: () => new Date(`${today}T12:00:00Z`),
      sleep: async () => undefined,
      random: () => 0,
      transport: replay(exchanges.map((exchange) => Exchange.parse(exchange))),
    }),
  };
}

function pull(
  source: ApiSource,
  who: Account,
  exchanges: readonly Exchange[],
  today: string,
  posts: Span,
  days: Span | null = null,
): Promise<Pull> {
  return source.collect({ ...asking(source, who, exchanges, today), days, posts, audience: false });
}

function fits(answer: Pull): void {
  for (const one of answer.series) expect(Series.parse(one)).toEqual(one);
  for (const one of answer.posts) expect(Post.parse(one)).toEqual(one);
}

const ok = (url: string, body: unknown, status = 200): Exchange => ({
  request: { method: 'GET', url },
  response: { status, headers: {}, body },
});
const reader =
  (folder: string) =>
  (name: string): unknown =>
    // A suite that is skipped is still put together.
    present ? JSON.parse(readFileSync(join(FOLDER, folder, `testdata__${name}.json`), 'utf8')) : null;
const at = (path: string, parameters: Record<string, string>): string =>
  `https://graph.facebook.com/v26.0/${path}?${new URLSearchParams(parameters)}`;

describe.runIf(present)('real recordings', () => {
  describe('facebook: test data of python-facebook, version 10.0', () => {
    const folder = 'facebook/sns-sdks+python-facebook';
    const read = reader(folder);
    const fields =
      'id,message,created_time,permalink_url,message_tags,attachments{media_type},shares,comments.filter(stream).limit(0).summary(true),reactions.limit(0).summary(true)';
    const posts = { from: '2021-05-01', to: '2021-07-12' };
    const window = { since: '1619802000', until: '1626109200' };

    test('two pages of posts with reactions, comments and shares', async () => {
      const feed = (more: Record<string, string>): string =>
        at('19292868552/posts', { fields, limit: '100', ...window, ...more });
      const answer = await pull(
        facebook,
        account('facebook', '19292868552', { token: 'FACEBOOK_TOKEN' }),
        [
          ok(at('19292868552', { fields: 'id,followers_count' }), { id: '19292868552' }),
          ok(feed({}), read('facebook__apidata__posts__feeds_default_fields_p1')),
          ok(feed({ after: 'after' }), read('facebook__apidata__posts__feeds_default_fields_p2')),
        ],
        '2021-07-12',
        posts,
      );
      fits(answer);
      expect(answer.posts).toHaveLength(10);
      expect(answer.posts.find((one) => one.id.endsWith('10158349356748553'))).toMatchObject({
        day: '2021-07-10',
        type: 'image',
        figures: { reactions: { value: 125 }, comments: { value: 13 }, shares: { value: 10 } },
      });
      expect(answer.posts.every((one) => one.figures.shares?.value !== null)).toBe(true);
      expect(answer.series[0]?.values[0]).toMatchObject({ value: null, reason: 'not-offered' });
    });

    test.each(['error', 'base__error_data'])(
      'a real error 100 (%s) is shown with its text and not taken for a withdrawn metric',
      async (name) => {
        const body = read(name);
        const error = JSON.stringify(body).includes('"error"') ? body : { error: body };
        const answer = pull(
          facebook,
          account('facebook', '19292868552', { token: 'T' }),
          [ok(at('19292868552', { fields: 'id,followers_count' }), error, 400)],
          '2021-07-12',
          posts,
        );
        await expect(answer).rejects.toThrow(/answered 400 \(\d+(\/\d+)?\)/);
      },
    );

    test('two pages of comments, without their writers', async () => {
      const fields = 'id,message,created_time,from{id},parent{id}';
      const url = (more: Record<string, string>): string => at('9/comments', { fields, filter: 'stream', limit: '100', ...more });
      const ids = (body: unknown): unknown => {
        const { data, ...rest } = body as { data: object[] };
        return { data: data.map((one, index) => ({ id: String(index), ...one })), ...rest };
      };
      const exchanges = [
        ok(at('19292868552', { fields: 'id' }), { id: '19292868552' }),
        ok(url({}), ids(read('facebook__apidata__comments__comments_p1'))),
        ok(url({ after: 'after' }), ids(read('facebook__apidata__comments__comments_p2'))),
      ];
      const ask = asking(facebook, account('facebook', '19292868552', { token: 'T' }), exchanges, '2021-09-01');
      const under = [{ id: '9', type: 'text' } as Post];
      let count = 0;
      for await (const one of facebook.comments?.({ ...ask, written: { from: '2021-08-01', to: '2021-08-31' }, under }) ?? []) {
        expect(one.author.read()).toBe('');
        count += 1;
      }
      expect(count).toBeGreaterThan(5);
    });

    test('the inspection of a token gives its end and its permissions', async () => {
      const exchanges: Exchange[] = [
        ok(at('19292868552', { fields: 'id,followers_count' }), { id: '19292868552' }),
        {
          request: { method: 'POST', url: 'https://graph.facebook.com/v26.0/debug_token', body: { method: 'get' } },
          response: { status: 200, headers: {}, body: read('base__token_info') },
        },
      ];
      const ask = asking(facebook, account('facebook', '19292868552', { token: 'T' }), exchanges, '2019-12-01');
      const found = await facebook.examine?.({ ...ask, days: null, posts, audience: false });
      expect(found).toMatchObject({ works: true, expires: '2019-12-26' });
      expect(found?.permissions).toContain('read_insights');
      expect(found?.lacks.join()).toMatch(/pages_read_engagement/);
    });
  });

  describe('instagram: test data of python-facebook, versions 6.0 to 18.0', () => {
    const read = reader('instagram/sns-sdks+python-facebook');
    const fields = 'id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count';
    const who = account('instagram', '17841406338772941', { token: 'T' });
    const profile = ok(
      at('17841406338772941', { fields: 'id,username,followers_count' }),
      read('instagram__apidata__users__user_fields'),
    );
    const media = (more: Record<string, string>): string => at('17841406338772941/media', { fields, limit: '100', ...more });

    test('two pages of media and two stories; what is not answered is a gap', async () => {
      const answer = await pull(
        instagram,
        who,
        [
          profile,
          ok(media({}), read('instagram__apidata__users__medias_p1')),
          ok(media({ after: 'after' }), read('instagram__apidata__users__medias_p2')),
          ok(at('17841406338772941/stories', { fields, limit: '100' }), read('instagram__apidata__users__stories')),
        ],
        '2021-08-19',
        { from: '2021-07-20', to: '2021-08-19' },
      );
      fits(answer);
      expect(answer.series).toMatchObject([{ metric: 'followers_count', values: [{ value: 64363 }] }]);
      expect(answer.posts.filter((one) => one.type === 'story')).toHaveLength(2);
      expect(answer.posts.find((one) => one.id === '17896622936197745')).toMatchObject({
        day: '2021-08-13',
        type: 'image',
        figures: { likes: { value: 2 }, comments: { value: 6 }, views: { value: null, reason: 'failed' } },
      });
      expect(answer.posts.some((one) => one.type === 'album')).toBe(true);
      expect(answer.gaps.length).toBeGreaterThan(0);
    });

    test('two pages of another account’s media', async () => {
      const list = 'id,media_type,media_product_type,permalink,timestamp,like_count,comments_count';
      const url = (fields: string): string =>
        at('17841406338772941', { fields: `business_discovery.username(facebookfordevelopers){${fields}}` });
      const other = account('instagram', 'facebookfordevelopers', { token: 'T', settings: { own: '17841406338772941' } });
      const exchanges = [
        ok(url('followers_count'), read('instagram__apidata__discovery__user_fields')),
        ok(url(`media.limit(50){${list}}`), read('instagram__apidata__discovery__medias_p1')),
        ok(url(`media.after(after).limit(50){${list}}`), read('instagram__apidata__discovery__medias_p2')),
      ];
      const answer = await instagram.peer?.({
        ...asking(instagram, other, exchanges, '2021-08-18'),
        days: null,
        posts: { from: '2021-08-10', to: '2021-08-18' },
        audience: false,
      });
      expect(answer?.series).toMatchObject([{ values: [{ value: 64976 }] }]);
      expect(answer?.posts.find((one) => one.id === '17885103395504675')).toMatchObject({
        text: '',
        figures: { likes: { value: 87 }, comments: { value: 11 } },
      });
    });

    test('both shapes of insights', () => {
      const insights = (name: string) => Insights.parse(read(`instagram__apidata__${name}`)).data;
      const old = new Map(insights('medias__insights').map((one) => [one.name, numberOf(one)]));
      expect(old).toEqual(
        new Map([
          ['impressions', 8],
          ['reach', 5],
          ['saved', 0],
        ]),
      );
      const [activity] = insights('medias__insights_new');
      expect(activity && [numberOf(activity), [...partsOf(activity, 'action_type')]]).toEqual([11, [['bio_link_clicked', 11]]]);
      // Two keys at once are no parts by one of them.
      const [reach] = insights('users__user_insights_new');
      expect(reach && [numberOf(reach), partsOf(reach, 'follow_type').size]).toEqual([14_516_883, 0]);
    });

    test('a daily series stands on the days that ended', async () => {
      const days = { from: '2017-05-03', to: '2017-05-04' };
      const query = { metric: 'reach', period: 'day', since: '1493794800', until: '1493967600' };
      const answer = await pull(
        instagram,
        who,
        [profile, ok(at('17841406338772941/insights', query), read('instagram__apidata__users__user_insights'))],
        '2017-05-05',
        { from: '2017-05-05', to: '2017-05-05' },
        days,
      );
      expect(answer.series.find((one) => one.measure === 'reach')?.values.map((one) => [one.day, one.value])).toEqual([
        ['2017-05-03', 3],
        ['2017-05-04', 36],
      ]);
    });

    test('two pages of comments', async () => {
      const query = { fields: 'id,text,timestamp,username,from{id},replies.limit(1){id}', limit: '50' };
      const exchanges = [
        ok(at('17841406338772941', { fields: 'id,username' }), { id: '17841406338772941', username: 'ikroskun' }),
        ok(at('9/comments', query), read('instagram__apidata__medias__comments_p1')),
        ok(at('9/comments', { ...query, after: 'after' }), read('instagram__apidata__medias__comments_p2')),
      ];
      const ask = asking(instagram, who, exchanges, '2020-07-01');
      const days: string[] = [];
      const under = [{ id: '9', type: 'image' } as Post];
      for await (const one of instagram.comments?.({ ...ask, written: { from: '2020-01-01', to: '2020-06-30' }, under }) ?? []) {
        days.push(one.day);
      }
      expect(days).toEqual(['2020-06-01', '2020-06-01', '2020-02-24', '2020-02-24']);
    });
  });
});
