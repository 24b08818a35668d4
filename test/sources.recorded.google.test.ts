import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SecretError } from '#model/error.ts';
import { Series } from '#model/observation.ts';
import { Answer, report } from '#sources/google/ga4-report.ts';
import { createHttp } from '#sources/http/http.ts';
import { Exchange, replay } from '#sources/http/replay.ts';
import type { Ask, AskComments } from '#sources/source.ts';
import { youtube } from '#sources/google/youtube.ts';

// Real recordings stand beside the repository on some machines. Most of them may not be published, so none is kept here.
const FOLDER = join(import.meta.dirname, '../../shared/recorded');
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no real recordings in ../shared/recorded');

const youtubeAnswer = (name: string): unknown =>
  JSON.parse(readFileSync(join(FOLDER, 'youtube/sns-sdks+python-youtube', `testdata__${name}.json`), 'utf8'));
const SERVER = 'https://youtube.googleapis.com/youtube/v3';
const CHANNEL = 'UC_x5XG1OV2P6uZZ5FSM9Ttw';
const at = (path: string, parameters: Record<string, string>, body: unknown, status = 200): Exchange =>
  Exchange.parse({ request: { url: `${SERVER}${path}?${new URLSearchParams(parameters)}` }, response: { status, body } });

function asking(exchanges: readonly Exchange[]): Ask {
  const http = createHttp({
    now: () => new Date('2022-11-22T12:00:00Z'),
    sleep: async () => undefined,
    random: () => 0,
    transport: replay(exchanges),
  });
  return {
    account: {
      id: 'youtube',
      name: 'Recorded',
      platform: 'youtube',
      source: 'youtube',
      handle: CHANNEL,
      token: 'YOUTUBE_TOKEN',
      since: '2018-01-01',
    },
    http,
    zone: 'Asia/Jakarta',
    today: '2022-11-22',
    days: { from: '2022-11-01', to: '2022-11-21' },
    posts: { from: '2022-11-01', to: '2022-11-22' },
    audience: false,
    api: 'v3',
    allowance: Number.POSITIVE_INFINITY,
    token: () => 'recorded',
    secret: () => 'recorded',
    has: () => false,
  };
}

describe.runIf(present)('real recordings: youtube, test data of python-youtube', () => {
  const channel = (body: unknown, status = 200): Exchange =>
    at('/channels', { part: 'statistics,contentDetails', id: CHANNEL }, body, status);

  test('a channel among others: its rounded number of subscribers; videos that were not recorded are a gap', async () => {
    const answer = await youtube.collect(asking([channel(youtubeAnswer('apidata__channels__info_multiple'))]));
    for (const one of answer.series) expect(Series.parse(one)).toEqual(one);
    expect(answer.series).toMatchObject([{ measure: 'followers', values: [{ day: '2022-11-22', value: 2_260_000 }] }]);
    expect(answer.span).toBeNull();
    expect(answer.gaps[0]).toMatchObject({ reason: 'failed', from: '2022-11-01', to: '2022-11-22' });
  });

  test('an answer without the parts that were asked for is refused by its shape', async () => {
    await expect(youtube.collect(asking([channel(youtubeAnswer('apidata__channel_info_single'))]))).rejects.toThrow(
      /unknown shape.*contentDetails/,
    );
  });

  test.each([
    ['error_response', 400, /YOUTUBE_TOKEN: Google refuses the key/],
    ['apidata__error_permission_resp', 403, /answered 403 \(SERVICE_UNAVAILABLE\)$/],
    ['error_response_simple', 400, /answered 400$/],
  ])('a real error (%s)', async (name, status, words) => {
    const failure = await youtube.collect(asking([channel(youtubeAnswer(name), status)])).catch((error: unknown) => error);
    expect((failure as Error).message).toMatch(words);
    expect(failure instanceof SecretError).toBe(name === 'error_response');
  });

  test('two pages of comments, and two of replies', async () => {
    const page = { maxResults: '100', textFormat: 'plainText' };
    const threads = { part: 'snippet,replies', videoId: 'F1UP7wRCPH8', order: 'time', ...page };
    const first = youtubeAnswer('apidata__comment_threads__comment_threads_by_video_paged_1') as {
      nextPageToken: string;
      items: { snippet: { topLevelComment: { id: string }; totalReplyCount: number } }[];
    };
    const second = youtubeAnswer('apidata__comment_threads__comment_threads_by_video_paged_2') as typeof first;
    // Replies were recorded of another thread: the first one here is made theirs, and the others have none.
    for (const one of [...first.items, ...second.items]) one.snippet.totalReplyCount = 0;
    const parentId = 'Ugw5zYU6n9pmIgAZWvN4AaABAg';
    const snippet = first.items[0]?.snippet;
    if (!snippet) throw new Error('the recording has changed');
    snippet.topLevelComment.id = parentId;
    snippet.totalReplyCount = 3;
    const replies = youtubeAnswer('apidata__comments__comments_by_parent_paged_1') as { nextPageToken: string };
    const {
      days: _,
      posts: __,
      audience: ___,
      ...ask
    } = asking([
      channel(youtubeAnswer('apidata__channels__info_multiple')),
      at('/commentThreads', threads, first),
      at('/commentThreads', { ...threads, pageToken: first.nextPageToken }, second),
      at('/comments', { part: 'snippet', parentId, ...page }, replies),
      at(
        '/comments',
        { part: 'snippet', parentId, ...page, pageToken: replies.nextPageToken },
        youtubeAnswer('apidata__comments__comments_by_parent_paged_2'),
      ),
    ]);
    const under: AskComments['under'] = [
      {
        id: 'F1UP7wRCPH8',
        day: '2019-11-21',
        type: 'video',
        text: '',
        tags: [],
        figures: {},
        source: 'youtube',
        api: 'v3',
        observed: '2022-11-22',
      },
    ];
    const found: { day: string; reply: boolean; own: boolean }[] = [];
    for await (const comment of youtube.comments?.({ ...ask, written: { from: '2018-01-01', to: '2022-11-22' }, under }) ?? []) {
      expect(comment.words.read().length).toBeGreaterThan(0);
      found.push({ day: comment.day, reply: comment.reply, own: comment.own });
    }
    // The second page was recorded with the entries of the first: they count once, and the one that was made another's twice.
    expect(found.filter((one) => !one.reply)).toHaveLength(6);
    expect(found.filter((one) => one.reply).map((one) => one.day)).toEqual(['2019-12-01', '2019-12-01', '2019-12-01']);
    expect(found.every((one) => !one.own)).toBe(true);
  });
});

describe.runIf(present)('real recordings: Google Analytics, test data of 18F’s analytics-reporter', () => {
  const answer = (name: string): unknown =>
    JSON.parse(readFileSync(join(FOLDER, 'ga4/18F+analytics-reporter', `test__support__fixtures__${name}.json`), 'utf8'));
  const span = { from: '2017-01-30', to: '2017-01-30' };

  test('a report by date, hour and month: all rows, and the property’s zone', async () => {
    const question = { dimensions: ['date', 'hour', 'yearMonth'], metrics: ['sessions', 'totalUsers', 'activeUsers'], span };
    const found = await report(async () => Answer.parse(answer('data')), question);
    expect(found).toMatchObject({ zone: 'America/New_York', isThresholded: false, isFolded: false });
    expect(found.rows).toHaveLength(24);
    expect(found.rows[0]).toEqual({ by: ['20170130', '00', '201701'], counts: [100, 100, 100] });
  });

  test('a report by host name; columns that were not asked for are refused', async () => {
    const hosts = await report(async () => Answer.parse(answer('data_with_hostname')), {
      dimensions: ['hostName'],
      metrics: ['sessions'],
      span,
    });
    expect(hosts.rows).toHaveLength(24);
    const other = { dimensions: ['date'], metrics: ['sessions'], span };
    await expect(report(async () => Answer.parse(answer('data')), other)).rejects.toThrow(/other columns/);
  });
});
