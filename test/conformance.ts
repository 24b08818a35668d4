import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Account } from '#model/agency.ts';
import { addDays, Day } from '#model/day.ts';
import { exposes } from '#model/dimension.ts';
import { DataError, SecretError, SourceError } from '#model/error.ts';
import { Series } from '#model/observation.ts';
import { Post } from '#model/post.ts';
import { Gap, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import { readGrid } from '#sources/file/csv.ts';
import { createHttp, type Progress, type Transport, type Wire } from '#sources/http/http.ts';
import { Exchanges, replay, type Exchange } from '#sources/http/replay.ts';
import type { ApiSource, Export, ExportSource, Pull } from '#sources/source.ts';
import { worksheets } from '#sources/file/xlsx.ts';
import { wanted } from '#sources/wanted.ts';
import { canonical } from '#store/json.ts';
import { workbook, type Sheets } from './workbook.ts';

export const TOKEN = 'CANARYTOKEN-1f8b';
export const INPUT = join(import.meta.dirname, 'input/sources');
const OUTPUT = join(import.meta.dirname, 'output/sources');
const Answer = z.strictObject({
  api: z.string().min(1),
  series: z.array(Series),
  posts: z.array(Post),
  span: Span.nullable(),
  gaps: z.array(Gap),
  expires: Day.optional(),
  cost: z.number().optional(),
  keep: z.boolean().optional(),
});
const Fixture = z.strictObject({
  account: Account,
  zone: z.string(),
  today: Day,
  days: Span.nullable().optional(),
  posts: Span.optional(),
  /** Names of the lists in the answers whose order means nothing: they are shuffled. */
  lists: z.array(z.string()).default(['feed', 'data']),
  /** Fields (by the end of their path, a pattern) whose absence the platform itself gives a meaning: they can't be told from the real thing. */
  blind: z.string().optional(),
  /** What is asked for of comments; the answers are in `comments.json`. */
  comments: z
    .strictObject({ written: Span, under: z.array(z.string()).min(1), lists: z.array(z.string()).default(['data']) })
    .optional(),
  /** By folder: what the person who imports says, and how many rows the header stands in, with what is above it. */
  options: z
    .record(
      z.string(),
      z.strictObject({
        locale: z.string().optional(),
        span: Span.optional(),
        year: z.int().optional(),
        head: z.int().default(1),
      }),
    )
    .optional(),
});
type Fixture = z.infer<typeof Fixture>;

export function fixture(id: string): Fixture {
  return Fixture.parse(JSON.parse(readFileSync(join(INPUT, id, 'ask.json'), 'utf8')));
}

export function answers(id: string): Exchange[] {
  const folder = join(INPUT, id, 'answers');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => Exchanges.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Compares with the golden file; `UPDATE_GOLDENS=1` writes it. */
function golden(path: string, text: string): void {
  const file = join(OUTPUT, path);
  if (process.env['UPDATE_GOLDENS']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${path} is missing; run with UPDATE_GOLDENS=1 and read it`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** What stands for the secrets of a source, by purpose, where a mere text will not do (a key that has to sign). */
export type Secrets = Readonly<Record<string, string>>;

export interface Session {
  readonly pull: Pull;
  readonly waits: number[];
  readonly progress: Progress[];
  readonly wires: Wire[];
}

/** One pull with everything virtual: no network, no clock, no waiting. */
export async function collect(
  source: ApiSource,
  transport: Transport,
  change: { token?: () => string; account?: Partial<Account>; secrets?: Secrets; as?: 'peer' } = {},
): Promise<Session> {
  const ask = fixture(source.declaration.id);
  const waits: number[] = [];
  const progress: Progress[] = [];
  const wires: Wire[] = [];
  const http = createHttp({
    now: () => new Date('2026-09-30T03:15:27Z'),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
    transport: (wire) => {
      wires.push(wire);
      return transport(wire);
    },
    progress: (event) => void progress.push(event),
  });
  const asking = (change.as === 'peer' ? source.peer : undefined) ?? source.collect;
  const pull = await asking({
    account: { ...ask.account, ...change.account },
    http,
    zone: ask.zone,
    today: ask.today,
    days: ask.days ?? null,
    posts: ask.posts ?? { from: ask.today, to: ask.today },
    audience: true,
    api: ask.account.api ?? source.declaration.api,
    allowance: 1,
    token: change.token ?? (() => change.secrets?.[source.declaration.secrets[0]?.purpose ?? ''] ?? TOKEN),
    secret: (purpose) => change.token?.() ?? change.secrets?.[purpose] ?? `${TOKEN}-${purpose}`,
    has: () => true,
  });
  return { pull, waits, progress, wires };
}

/** Every known number of a pull by what it is: never by where it stands. */
export function numbers(pull: Pull): Map<string, number> {
  const found = new Map<string, number>();
  for (const { measure, window, dimensions, metric, values } of pull.series) {
    const by = Object.entries(dimensions).sort().flat().join(' ');
    for (const { day, value } of values) if (value !== null) found.set(`${measure} ${window} ${by} ${metric} ${day}`, value);
  }
  for (const post of pull.posts) {
    for (const [measure, figure] of Object.entries(post.figures)) {
      if (figure?.value != null) found.set(`${post.id} ${post.day} ${measure} ${figure.metric}`, figure.value);
    }
  }
  return found;
}

function check(declaration: Declaration, pull: Pull): void {
  expect(Answer.parse(pull)).toEqual(pull);
  expect(new Set(pull.posts.map((post) => post.id)).size).toBe(pull.posts.length);
  const given = new Set(
    declaration.gives.map((one) =>
      [one.level, one.measure, one.level === 'account' ? one.window : '', [...(one.dimensions ?? [])].sort(), one.metric].join(
        ' ',
      ),
    ),
  );
  const kinds = pull.series.map((one) =>
    ['account', one.measure, one.window, Object.keys(one.dimensions).sort(), one.metric].join(' '),
  );
  const all = pull.series.map((one) =>
    JSON.stringify([one.measure, one.window, Object.entries(one.dimensions).sort(), one.metric]),
  );
  expect(new Set(all).size).toBe(all.length);
  const figures = pull.posts.flatMap((post) =>
    Object.entries(post.figures).map(([measure, figure]) => ['post', measure, '', '', figure?.metric].join(' ')),
  );
  for (const kind of [...kinds, ...figures]) expect(given).toContain(kind);
  for (const { values } of pull.series) {
    expect(values.map((value) => value.day)).toEqual([...new Set(values.map((value) => value.day))].sort());
  }
  // By people's attributes a month is told once: from two near days anybody could subtract.
  for (const [, same] of Map.groupBy(
    pull.series.filter((one) => one.window !== 'month' && exposes(one.measure, one.dimensions)),
    (one) => [one.measure, one.window, Object.keys(one.dimensions).sort()].join(' '),
  )) {
    const days = new Set(same.flatMap((one) => one.values.map(({ day }) => day)));
    expect(new Set([...days].map((day) => day.slice(0, 7))).size).toBe(days.size);
  }
  for (const part of new Set(pull.series.flatMap((one) => Object.values(one.dimensions)))) expect(part).not.toMatch(PERSON);
  expect(JSON.stringify(pull)).not.toMatch(/canary/i);
}

/** What a part of a figure (a place, a campaign, a goal) never holds, whatever the platform sent: an address, or eight digits. */
const PERSON = /[^\s@]@[^\s@]|\d{8}|\d(?:[ ._/()+-]{0,2}\d){8}/;
const CITIZEN = 'Budi, user 48213077, hp 0812-3456-7890, budi@mail.example, NIK 3374010101900001';

/** What every API source has to hold, whatever the platform. */
export function conformsApi(source: ApiSource, secrets: Secrets = {}): void {
  const id = source.declaration.id;
  const exchanges = answers(id);
  const { lists: ordered, blind } = fixture(id);
  const whole = (): Promise<Session> => collect(source, replay(exchanges), { secrets });

  describe(id, () => {
    test('gives what the golden says, by its schema, with declared measures only', async () => {
      const { pull } = await whole();
      check(source.declaration, pull);
      golden(`${id}/pull.json`, canonical(pull));
    });

    test('gives the same bytes again', async () => {
      expect(canonical((await whole()).pull)).toBe(canonical((await whole()).pull));
    });

    test('what came is not asked for again', async () => {
      const { account, today, days } = fixture(id);
      if (!days) return;
      const { pull } = await whole();
      const run = { account: account.id, source: id, api: pull.api, outcome: 'complete' as const, requests: 1, posts: pull.span };
      const next = wanted({
        account: { ...account, since: days.from },
        declaration: source.declaration,
        series: pull.series,
        runs: [{ day: today, accounts: [{ ...run, gaps: [...pull.gaps] }] }],
        today: addDays(today, 1),
        from: days.from,
      });
      const open = pull.gaps.filter((gap) => gap.reason !== 'empty' && gap.measure !== undefined).map((gap) => gap.from);
      const settling = addDays(today, 1 - source.declaration.settles);
      const first = [settling, ...open].reduce((least, day) => (day < least ? day : least));
      expect((next.days?.from ?? today) >= first, `asks again from ${next.days?.from}, though all up to ${first} came`).toBe(
        true,
      );
    });

    test('gives the same bytes from pages that are shuffled and overlap', async () => {
      const lists = exchanges.map(({ request, response }) => ({
        request,
        response: { ...response, body: shuffled(response.body, ordered) },
      }));
      expect(canonical((await collect(source, replay(lists), { secrets })).pull)).toBe(canonical((await whole()).pull));
    });

    test('keeps tokens and people out of addresses, progress and results', async () => {
      const { pull, progress, wires } = await collect(source, replay(exchanges), { account: { token: 'SOME_TOKEN' }, secrets });
      if (source.declaration.secrets.some((one) => !one.optional))
        expect(wires.every((wire) => /canary/i.test(JSON.stringify([wire.headers, wire.body])) || wire === wires[0])).toBe(true);
      expect(JSON.stringify([pull, progress, wires.map((wire) => wire.veiled ?? wire.url)])).not.toMatch(/canary/i);
    });

    // Where a key signs, no token of ours is sent that could be said back.
    test.skipIf(source.declaration.secrets.some((one) => one.purpose in secrets))(
      'shows no token that a platform says back',
      async () => {
        for (const status of [200, 400, 500]) {
          for (const index of exchanges.keys()) {
            const said = exchanges.map(({ request, response }, at) => ({
              request,
              response: at === index ? { ...response, status, body: COMPLAINT } : response,
            }));
            const outcome = await collect(source, replay(said), { secrets }).catch((error: unknown) => error);
            if (outcome instanceof Error) expect(`${outcome.message} ${JSON.stringify(outcome)}`).not.toMatch(/canary/i);
            else expect(JSON.stringify([(outcome as Session).pull, (outcome as Session).progress])).not.toMatch(/canary/i);
          }
        }
      },
    );

    test.skipIf(source.declaration.secrets.length === 0)('names the variable of a missing token', async () => {
      const token = (): string => {
        throw new SecretError('SOME_TOKEN', 'SOME_TOKEN is not set');
      };
      const failure = await collect(source, replay(exchanges), { account: { token: 'SOME_TOKEN' }, token }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(SecretError);
      expect(failure).toMatchObject({ variable: 'SOME_TOKEN' });
    });

    test.skipIf(!source.declaration.peers && !source.peer)('gives of others their public figures alone', async () => {
      expect([source.declaration.peers, typeof source.peer]).toEqual([true, 'function']);
      // Who reads somebody else's account reads the same answers, but for what only an owner is told.
      const { pull } = await collect(source, replay(exchanges), { secrets, as: 'peer' });
      check(source.declaration, pull);
      expect(pull.posts.length).toBeGreaterThan(0);
      expect(pull.posts.flatMap((post) => [post.text, ...post.tags]).join('')).toBe('');
      expect(pull.series.flatMap((one) => Object.keys(one.dimensions))).toEqual([]);
      const snapshots = source.declaration.gives.flatMap((one) => (one.snapshot && one.level === 'account' ? [one.metric] : []));
      for (const { metric } of pull.series) expect(snapshots).toContain(metric);
    });

    test('waits when told to, and loses nothing', async () => {
      const busy = exchanges.map(({ request }) => ({
        request,
        response: { status: 429, headers: { 'Retry-After': '7' }, body: { error: 'busy' } },
      }));
      const { pull, waits } = await collect(source, replay([...busy, ...exchanges]), { secrets });
      expect(canonical(pull)).toBe(canonical((await whole()).pull));
      expect(new Set(waits)).toEqual(new Set([7500]));
    });

    test('keeps what came before when the platform dies, at every request', async () => {
      const { pull: all, wires } = await whole();
      const known = numbers(all);
      for (let last = 0; last < wires.length; last += 1) {
        let asked = 0;
        const dying: Transport = (wire) => {
          asked += 1;
          return asked <= last
            ? replay(exchanges)(wire)
            : Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
        };
        const outcome = await collect(source, dying, { secrets }).catch((error: unknown) => error);
        if (last === 0) {
          expect(outcome).toBeInstanceOf(SourceError);
          continue;
        }
        const { pull } = outcome as Session;
        check(source.declaration, pull);
        expect(pull.gaps.length).toBeGreaterThan(0);
        for (const [key, value] of numbers(pull)) if (known.has(key)) expect([key, value]).toEqual([key, known.get(key)]);
        expect(
          all.posts.filter((post) => pull.span && post.day >= pull.span.from && post.day <= pull.span.to).map((post) => post.id),
        ).toEqual(
          pull.posts.filter((post) => pull.span && post.day >= pull.span.from && post.day <= pull.span.to).map((post) => post.id),
        );
      }
    });

    test('takes nothing from an answer that is a page of HTML, empty, or cut in half', async () => {
      const known = numbers((await whole()).pull);
      for (const [index, { request, response }] of exchanges.entries()) {
        const half = JSON.stringify(response.body).slice(0, JSON.stringify(response.body).length / 2);
        for (const body of ['<!doctype html><title>Sign in</title>', '', half]) {
          const broken = exchanges.with(index, { request, response: { status: 200, headers: {}, body } });
          const outcome = await collect(source, replay(broken), { secrets }).catch((error: unknown) => error);
          if (outcome instanceof SourceError) continue;
          expect(outcome, `exchange ${index}`).not.toBeInstanceOf(Error);
          const { pull } = outcome as Session;
          check(source.declaration, pull);
          expect(pull.gaps.length).toBeGreaterThan(0);
          for (const [key, value] of numbers(pull)) if (known.has(key)) expect([key, value]).toEqual([key, known.get(key)]);
        }
      }
    });

    test('lets no person into the name of a part, whatever stands in a text or a key of an answer', async () => {
      for (const [index, { request, response }] of exchanges.entries()) {
        for (const path of paths(response.body)) {
          for (const where of ['text', 'key'] as const) {
            const body: unknown = structuredClone(response.body);
            if (!name(body, path, where)) continue;
            const named = exchanges.with(index, { request, response: { ...response, body } });
            const outcome = await collect(source, replay(named), { secrets }).catch((error: unknown) => error);
            if (outcome instanceof SourceError) continue;
            expect(outcome, `${index}.${path.join('.')}`).not.toBeInstanceOf(Error);
            for (const { dimensions } of (outcome as Session).pull.series)
              for (const part of Object.values(dimensions)) expect(part, `${index}.${path.join('.')}`).not.toMatch(PERSON);
          }
        }
      }
    });

    test('never makes a number out of a field that is gone, renamed or of another type', async () => {
      const { pull: all } = await whole();
      const known = numbers(all);
      let differing = 0;
      for (const mutated of mutations(exchanges, blind)) {
        const outcome = await collect(source, replay(mutated.exchanges), { secrets }).catch((error: unknown) => error);
        if (outcome instanceof SourceError) {
          differing += 1;
          continue;
        }
        expect(outcome, mutated.path).not.toBeInstanceOf(Error);
        const { pull } = outcome as Session;
        check(source.declaration, pull);
        if (canonical(pull) !== canonical(all)) differing += 1;
        for (const [key, value] of numbers(pull)) {
          if (!known.has(key) && key.includes('followers_count')) continue;
          expect([mutated.path, key, value]).toEqual([mutated.path, key, known.get(key)]);
        }
      }
      expect(differing).toBeGreaterThan(5);
    });
  });
}

/** An error in the shapes that platforms have for one, each with our own token in it. */
const COMPLAINT = {
  ok: false,
  result: 'error',
  title: `title ${TOKEN}`,
  detail: `detail ${TOKEN}`,
  message: `message ${TOKEN}`,
  description: `description ${TOKEN}`,
  error: { code: `code ${TOKEN}`, message: `message ${TOKEN}`, status: TOKEN, errors: [{ message: TOKEN, reason: TOKEN }] },
  errors: [{ title: TOKEN, detail: TOKEN, message: TOKEN }],
  meta: { result_count: 1 },
};

/** Reverses every list and repeats its first entry, as overlapping pages do. */
export function shuffled(body: unknown, lists: readonly string[]): unknown {
  if (Array.isArray(body)) return [...body].reverse().concat(body.slice(0, 1));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, lists.includes(key) ? shuffled(value, lists) : value]),
  );
}

// A status without `reblog` is no boost any more, Facebook leaves `shares` out where it is 0, and a name that is not marked as one is a
// word like others: these can't be told from the real thing.
const BLIND = /\.(reblog|shares|message_tags)$/;

function* mutations(
  exchanges: readonly Exchange[],
  blind: string | undefined,
): Iterable<{ path: string; exchanges: Exchange[] }> {
  for (const [index, { request, response }] of exchanges.entries()) {
    for (const path of paths(response.body)) {
      for (const kind of ['gone', 'renamed', 'retyped'] as const) {
        const name = `${index}.${path.join('.')}`;
        if (kind !== 'retyped' && (BLIND.test(name) || (blind && new RegExp(`(${blind})$`).test(name)))) continue;
        const body: unknown = structuredClone(response.body);
        mutate(body, path, kind);
        yield { path: `${kind} ${name}`, exchanges: exchanges.with(index, { request, response: { ...response, body } }) };
      }
    }
  }
}

/** Fields of the answer, of lists only the first entry's. */
function paths(body: unknown, before: readonly string[] = []): string[][] {
  if (typeof body !== 'object' || body === null) return [];
  const entries = Array.isArray(body) ? Object.entries(body).slice(0, 1) : Object.entries(body);
  return entries.flatMap(([key, value]) => [
    ...(Array.isArray(body) ? [] : [[...before, key]]),
    ...paths(value, [...before, key]),
  ]);
}

function mutate(body: unknown, path: readonly string[], kind: 'gone' | 'renamed' | 'retyped'): void {
  const key = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce((at, step) => (at as Record<string, unknown>)[step], body) as Record<string, unknown>;
  const value = parent[key];
  if (kind === 'retyped') parent[key] = typeof value === 'string' ? 7 : String(value);
  else Reflect.deleteProperty(parent, key);
  if (kind === 'renamed') parent[`${key}_v2`] = value;
}

/** Puts a citizen for a text, or for the key of a field; false where there is no text. */
function name(body: unknown, path: readonly string[], where: 'text' | 'key'): boolean {
  const key = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce((at, step) => (at as Record<string, unknown>)[step], body) as Record<string, unknown>;
  const value = parent[key];
  if (where === 'key') {
    Reflect.deleteProperty(parent, key);
    parent[CITIZEN] = value;
    return true;
  }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) parent[key] = value.map(() => CITIZEN);
  else if (typeof value === 'string') parent[key] = CITIZEN;
  else return false;
  return true;
}

/** An export as it lies in its folder: a text file, or the rows of a workbook as `NAME.xlsx.json`, made one here. */
export function exportFile(id: string, folder: string): Export {
  const { options, account, zone, today } = fixture(id);
  const file = readdirSync(join(INPUT, id, folder))[0] ?? '';
  const stored = readFileSync(join(INPUT, id, folder, file));
  const name = file.replace(/\.json$/, '');
  const { locale, span, year } = options?.[folder] ?? {};
  return {
    name,
    bytes: name === file ? stored : workbook(JSON.parse(stored.toString()) as Sheets),
    account,
    zone,
    today,
    file: `imports/${id}/${name}`,
    ...(locale === undefined ? {} : { locale }),
    ...(span === undefined ? {} : { span }),
    ...(year === undefined ? {} : { year }),
  };
}

/** The same as the command hands it in: a workbook with its sheets. */
export async function received(file: Export): Promise<Export> {
  const sheets = await worksheets(file.name, file.bytes);
  return sheets ? { ...file, sheets } : file;
}

/** What every export source has to hold. */
export function conformsExport(source: ExportSource): void {
  const id = source.declaration.id;
  const folders = readdirSync(join(INPUT, id), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const texts = folders.filter((folder) => !exportFile(id, folder).name.endsWith('.xlsx'));
  const read = async (file: Export): Promise<string> => canonical(source.read(await received(file)));

  describe(id, () => {
    test.each(folders)('%s: gives what the golden says, by its schema, with declared measures only', async (folder) => {
      const file = await received(exportFile(id, folder));
      const pull = source.read(file);
      check(source.declaration, pull);
      golden(`${id}/${folder}.json`, canonical(pull));
      expect(canonical(source.read(file))).toBe(canonical(pull));
    });

    // What is kept stands in imports/, which the site publishes: a file with texts, or with counts of people by what they are, never is.
    test.each(folders)('%s: is kept only where it has no text that people wrote and no small group of them', async (folder) => {
      const { keep, posts, series } = source.read(await received(exportFile(id, folder)));
      const people = series.some((one) => exposes(one.measure, one.dimensions));
      expect(keep === true && (posts.length > 0 || people)).toBe(false);
    });

    test.each(folders)('%s: rows in another order and twice give the same bytes', async (folder) => {
      const file = exportFile(id, folder);
      const head = fixture(id).options?.[folder]?.head ?? 1;
      expect(await read({ ...file, bytes: shaken(id, folder, file, head) })).toBe(await read(file));
    });

    test.each(texts)('%s: in UTF-16, either way round, gives the same bytes', async (folder) => {
      const file = exportFile(id, folder);
      const text = `\ufeff${new TextDecoder().decode(file.bytes)}`;
      const little = new Uint8Array(Buffer.from(text, 'utf16le'));
      for (const bytes of [little, new Uint8Array(Buffer.from(little).swap16())])
        expect(await read({ ...file, bytes })).toBe(await read(file));
    });

    test.each(folders)('%s: lets no person into the name of a part, whatever stands in a cell', async (folder) => {
      const file = exportFile(id, folder);
      const sheets = sheetsOf(id, folder);
      for (const [title, rows] of Object.entries(sheets)) {
        for (const column of rows.at(-1)?.keys() ?? []) {
          // The first row is at times a total.
          const cells = [...rows.slice(0, -1), ...rows.slice(-1).map((row) => row.with(column, CITIZEN))];
          const named = await received({ ...file, bytes: workbook({ ...sheets, [title]: cells }) });
          let parts: string[] = [];
          try {
            parts = source.read(named).series.flatMap((one) => Object.values(one.dimensions));
          } catch (error) {
            if (!(error instanceof DataError)) throw error;
          }
          for (const part of parts) expect(part).not.toMatch(PERSON);
        }
      }
    });

    test.each(texts)('%s: as a workbook gives the same bytes', async (folder) => {
      const file = exportFile(id, folder);
      const rows = readGrid(file.name, file.bytes).rows.map((row) => row.cells);
      expect(await read({ ...file, bytes: workbook({ 'Lembar 1': rows }) })).toBe(await read(file));
    });
  });
}

/** An export as the sheets of a workbook: those that it has, or the one that its rows make. */
function sheetsOf(id: string, folder: string): Sheets {
  const { name, bytes } = exportFile(id, folder);
  if (!name.endsWith('.xlsx')) return { 'Lembar 1': readGrid(name, bytes).rows.map((row) => row.cells) };
  return JSON.parse(readFileSync(join(INPUT, id, folder, `${name}.json`), 'utf8')) as Sheets;
}

/** The export with its rows reversed and the first of them twice. */
function shaken(id: string, folder: string, file: Export, head: number): Uint8Array {
  const turned = <T>(rows: readonly T[]): T[] => [
    ...rows.slice(0, head),
    ...rows.slice(head).reverse(),
    ...rows.slice(head, head + 1),
  ];
  if (file.name.endsWith('.xlsx')) {
    return workbook(Object.fromEntries(Object.entries(sheetsOf(id, folder)).map(([name, rows]) => [name, turned(rows)])));
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.trimEnd().split(new RegExp(`${end}(?=(?:[^"]*"[^"]*")*[^"]*$)`));
  return new TextEncoder().encode(turned(lines).join(end));
}
