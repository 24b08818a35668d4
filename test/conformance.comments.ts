import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Private, type Comment } from '#model/comment.ts';
import { dayOf } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import { createDiscreetHttp } from '#sources/http/discreet.ts';
import type { Transport, Wire } from '#sources/http/http.ts';
import { Exchanges, replay, type Exchange } from '#sources/http/replay.ts';
import type { ApiSource, AskComments } from '#sources/source.ts';
import { fixture, INPUT, shuffled, TOKEN } from './conformance.ts';

interface Heard {
  readonly comments: Comment[];
  readonly wires: Wire[];
}

/** All comments that `ask.json` asks for, with everything virtual. */
async function listen(source: ApiSource, transport: Transport): Promise<Heard> {
  const { id, api } = source.declaration;
  const { account, zone, today, comments } = fixture(id);
  if (!comments || !source.comments) throw new Error(`${id}: ask.json has no "comments"`);
  const wires: Wire[] = [];
  const http = createDiscreetHttp({
    now: () => new Date('2026-09-30T03:15:27Z'),
    sleep: async () => undefined,
    random: () => 0.5,
    transport: (wire) => {
      wires.push(wire);
      return transport(wire);
    },
  });
  const post = (of: string): AskComments['under'][number] => ({
    id: of,
    day: comments.written.from,
    type: 'text',
    text: '',
    tags: [],
    figures: {},
    source: id,
    api,
    observed: today,
  });
  const heard: Comment[] = [];
  for await (const comment of source.comments({
    account,
    http,
    zone,
    today,
    api: account.api ?? api,
    allowance: 1,
    token: () => TOKEN,
    secret: (purpose) => `${TOKEN}-${purpose}`,
    has: () => true,
    written: comments.written,
    under: comments.under.map(post),
  }))
    heard.push(comment);
  return { comments: heard, wires };
}

const ids = ({ comments }: Heard): string[] => comments.map((one) => one.id.read()).sort();

/** What every source of comments has to hold. */
export function conformsComments(source: ApiSource): void {
  if (!source.comments) return;
  const { id } = source.declaration;
  const exchanges = (): Exchange[] => Exchanges.parse(JSON.parse(readFileSync(join(INPUT, id, 'comments.json'), 'utf8')));
  const whole = (): Promise<Heard> => listen(source, replay(exchanges()));

  describe(`${id}, comments`, () => {
    test('come each once, of the days that were asked for, own ones marked, replies too', async () => {
      const heard = await whole();
      const { written, under } = fixture(id).comments as NonNullable<ReturnType<typeof fixture>['comments']>;
      expect(heard.comments.length).toBeGreaterThan(2);
      expect(ids(heard)).toEqual([...new Set(ids(heard))]);
      expect(heard.comments.filter(({ day }) => day < written.from || day > written.to)).toEqual([]);
      expect(heard.comments.filter(({ post }) => !under.includes(post))).toEqual([]);
      for (const kind of ['own', 'reply'] as const)
        expect(new Set(heard.comments.map((one) => one[kind]))).toEqual(new Set([true, false]));
    });

    test('tell the hour in which they were written, in keeping with the day', async () => {
      for (const { day, hour = 0 } of (await whole()).comments)
        expect(dayOf(new Date(hour * 3_600_000), fixture(id).zone)).toBe(day);
    });

    test('hold words, writer and id as private, and nothing else', async () => {
      const { comments } = await whole();
      for (const comment of comments) {
        expect(comment.words.read()).toMatch(/CANARY kata/);
        expect(Object.keys(comment).sort()).toEqual(['author', 'day', 'hour', 'id', 'own', 'post', 'reply', 'words']);
        for (const key of ['words', 'author', 'id'] as const) expect(comment[key]).toBeInstanceOf(Private);
        expect(inspect(comment, { depth: 9, showHidden: true })).not.toMatch(/canary/i);
        expect(() => JSON.stringify(comment)).toThrow(TypeError);
      }
    });

    test('are the same ones from pages that are shuffled and overlap', async () => {
      const { lists } = fixture(id).comments ?? { lists: [] };
      const others = exchanges().map(({ request, response }) => ({
        request,
        response: { ...response, body: shuffled(response.body, lists) },
      }));
      expect(ids(await listen(source, replay(others)))).toEqual(ids(await whole()));
    });

    test('throw at a page that can’t be read, since the window is then not whole', async () => {
      const all = exchanges();
      expect(new Set((await whole()).wires.map(({ url }) => url)).size).toBe(all.length);
      for (const [index, { request, response }] of all.entries()) {
        const half = JSON.stringify(response.body).slice(0, JSON.stringify(response.body).length / 2);
        const broken = [
          ...['<!doctype html><title>Sign in</title>', '', half, {}].map((body) => ({ status: 200, headers: {}, body })),
          ...[401, 403, 429, 500, 503].map((status) => ({ status, headers: {}, body: { error: 'no' } })),
        ];
        for (const one of broken) {
          const failure = await listen(source, replay(all.with(index, { request, response: one }))).catch(
            (error: unknown) => error,
          );
          const isSaid = failure instanceof SourceError || failure instanceof SecretError;
          expect([request.url, one.status, one.body, isSaid]).toEqual([request.url, one.status, one.body, true]);
          expect(`${(failure as Error).message} ${JSON.stringify(failure)}`).not.toMatch(/canary/i);
        }
      }
    });
  });
}
