import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Sources } from '#model/source.ts';
import { SecretError } from '#model/error.ts';
import { facebook } from '#sources/facebook.ts';
import { find, isApi, isExport, sources } from '#sources/index.ts';
import { page } from '#sources/page.ts';
import { replay } from '#sources/replay.ts';
import { answers, collect, conformsApi, conformsExport, numbers } from './conformance.ts';

for (const source of sources) {
  if (isApi(source)) conformsApi(source);
  else conformsExport(source);
}

describe('registry', () => {
  test('declares each source once, by the schema of sources.json', () => {
    const declarations = sources.map((source) => source.declaration);
    expect(Sources.parse({ $schema: 'x', sources: declarations }).sources).toEqual(declarations);
    expect(new Set(declarations.map((one) => one.id)).size).toBe(sources.length);
    for (const source of sources) expect(find(source.declaration.id)).toBe(source);
    expect(find('nothing')).toBeUndefined();
    for (const source of sources) expect(isApi(source)).toBe(source.declaration.kind === 'api');
    for (const source of sources) expect(isExport(source)).toBe(source.declaration.kind === 'export');
  });

  test('counts as engagement only what a post of the source has', () => {
    for (const { declaration } of sources) {
      const given = declaration.gives.filter((one) => one.level === 'post').map((one) => one.measure);
      for (const measure of declaration.engagement) expect(given, declaration.id).toContain(measure);
    }
  });

  test.each(sources.map((source) => source.declaration))(
    '$id: the page in docs is the one made from its declaration',
    (declaration) => {
      const file = join(import.meta.dirname, '../docs/sources', `${declaration.id}.md`);
      expect(readFileSync(file, 'utf8')).toBe(page(declaration));
    },
  );
});

describe('facebook', () => {
  const exchanges = answers('facebook');
  const refusal = (
    code: number,
    message: string,
    status = 400,
  ): { status: number; headers: Record<string, string>; body: unknown } => ({
    status,
    headers: {},
    body: { error: { message, type: 'OAuthException', code, error_subcode: 463, fbtrace_id: 'A1' } },
  });

  test('one withdrawn metric costs only itself, whichever it is', async () => {
    const { pull: whole } = await collect(facebook, replay(exchanges));
    const metrics = new Set(exchanges.flatMap(({ request }) => new URL(request.url).searchParams.get('metric') ?? []));
    expect(metrics.size).toBe(7);
    for (const metric of metrics) {
      const without = exchanges.map((exchange) =>
        new URL(exchange.request.url).searchParams.get('metric') === metric
          ? { ...exchange, response: refusal(100, '(#100) The value must be a valid insights metric') }
          : exchange,
      );
      const { pull, wires, waits } = await collect(facebook, replay(without));
      const expected = [...numbers(whole)].filter(([key]) => !key.split(' ').includes(metric));
      expect([...numbers(pull)].filter(([key]) => !key.includes('followers_count'))).toEqual(expected);
      expect(pull.gaps.some((gap) => gap.reason === 'withdrawn' && gap.detail.includes(metric))).toBe(true);
      expect(wires.filter((wire) => wire.url.includes(`metric=${metric}&`))).toHaveLength(1);
      expect(waits).toEqual([]);
    }
  });

  test('takes the follower count of the page where the daily one gives nothing', async () => {
    const without = exchanges.map((exchange) =>
      exchange.request.url.includes('metric=page_follows')
        ? { ...exchange, response: { status: 200, headers: {}, body: { data: [] } } }
        : exchange,
    );
    const { pull } = await collect(facebook, replay(without));
    expect(pull.series.filter((one) => one.measure === 'followers')).toMatchObject([
      { metric: 'followers_count', values: [{ day: '2025-11-18', value: 15230 }] },
    ]);
  });

  test('a refused token names its variable and says why, without a retry', async () => {
    const expired = exchanges.map((exchange) => ({
      ...exchange,
      response: refusal(190, 'Error validating access token CANARYTOKEN-1f8b'),
    }));
    const failure = await collect(facebook, replay(expired)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure).toMatchObject({ variable: 'FACEBOOK_TOKEN' });
    expect((failure as Error).message).toMatch(/FACEBOOK_TOKEN.*expired/);
    expect((failure as Error).message).not.toMatch(/canary/i);
  });

  test('a token that is refused half-way keeps what was read', async () => {
    const late = exchanges.map((exchange) =>
      exchange.request.url.includes('/posts?') ? { ...exchange, response: refusal(190, 'gone') } : exchange,
    );
    const { pull } = await collect(facebook, replay(late));
    expect(pull.series.length).toBeGreaterThan(3);
    expect(pull.posts).toEqual([]);
    expect(pull.span).toBeNull();
    expect(pull.gaps).toContainEqual(expect.objectContaining({ from: '2025-11-12', to: '2025-11-18', reason: 'secret-missing' }));
  });

  test('waits where Facebook says "too many calls" with status 400', async () => {
    const busy = exchanges.map(({ request }) => ({ request, response: refusal(32, '(#32) Page request limit reached') }));
    const { pull, waits } = await collect(facebook, replay([...busy, ...exchanges]));
    expect([...numbers(pull)]).toEqual([...numbers((await collect(facebook, replay(exchanges))).pull)]);
    expect(waits.every((milliseconds) => milliseconds === 500)).toBe(true);
    expect(waits).toHaveLength(new Set(exchanges.map((exchange) => exchange.request.url)).size);
  });

  test('asks for at most 90 days at once', async () => {
    const { wires } = await collect(facebook, replay(exchanges));
    for (const { url } of wires.filter((wire) => wire.url.includes('/insights') && wire.url.includes('since='))) {
      const { since, until } = Object.fromEntries(new URL(url).searchParams) as { since: string; until: string };
      expect((Date.parse(until) - Date.parse(since)) / 86_400_000).toBeLessThanOrEqual(90);
    }
  });
});
