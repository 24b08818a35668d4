import type { Outcome } from '#github/outcome.ts';
import type { Agency } from '#model/agency.ts';
import type { Office } from '#model/calendar.ts';
import type { Day } from '#model/day.ts';
import { ConfigError, DataError } from '#model/error.ts';
import type { Transport } from '#sources/http/http.ts';
import { find, isExport } from '#sources/index.ts';
import { openBook } from '#store/book.ts';
import { canonical } from '#store/json.ts';
import { writeManifest } from '#store/manifest.ts';
import { openData } from '#store/read.ts';
import { bytes, list, remove, replace, sha256, write } from '#store/write.ts';
import { analyse, load } from './analyse.ts';
import { collect, type Means } from './pull.ts';
import { take } from './import.ts';
import { officeOf } from './office.ts';
import { sit } from './label/sitting.ts';
import { readersOf } from './readers.ts';
import { main, options, text } from './options.ts';
import { build, CLOCK, imports, record, runDays, server, type Answer } from './sample/index.ts';
import { HOURS, lots, person } from './sample/sittings.ts';

const STAMP = '.cache/sample';
const MAKING = '.cache/making';
const MADE = [
  'observations',
  'posts',
  'opinion',
  'runs',
  'reports',
  'results',
  'editions',
  'imports',
  'revisions.csv',
  'manifest.json',
];

/** What a person edits. */
const GIVEN = /^(agency|topics|terms)\.json$|^campaigns\//;

/**
 * Makes the sample agency's figures by living through its 26 months: the same collecting, importing and analysing that a real agency
 * does, on each of its days, with answers from invented servers. Nothing is made again where neither code nor configuration changed.
 */
export async function makeSample(root: string, agency: Agency): Promise<Outcome> {
  const folder = `${root}/agencies/${agency.id}`;
  const stamp = `${STAMP}/${agency.id}`;
  const given = list(folder)
    .filter((name) => GIVEN.test(name))
    .map((name) => [name, bytes(`${folder}/${name}`)] as const);
  const edited = given.map(([name, content]) => name + sha256(content)).join();
  const data = openData(root);
  const weights = data.classifiers().map((version) => sha256(data.weights(version)));
  const office = officeOf(data, agency);
  const made = sha256(root + codeHash() + canonical(agency) + canonical(office) + edited + weights.join());
  if (
    list(STAMP).includes(agency.id) &&
    Buffer.from(bytes(stamp)).toString() === made &&
    list(folder).includes('manifest.json')
  ) {
    return { agency: agency.id, day: CLOCK, coverage: null, floor: agency.floor, accounts: [] };
  }
  // Made aside and put in place when whole: who stops it half-way keeps what was there. What a person edits stays.
  const making = `${MAKING}/${sha256(`${root} ${agency.id}`).slice(0, 12)}`;
  remove(making);
  for (const [name, content] of given) write(`${making}/agencies/${agency.id}/${name}`, content, false);
  write(`${making}/sources.json`, bytes(`${root}/sources.json`), false);
  const world = build();
  const answer = server(world);
  const handed = imports(world);
  const book = openBook(making, agency.id);
  const { readers, findings } = readersOf(data, agency, agency.id, openData(making));
  if (findings.length > 0) throw new DataError(findings);
  const settle = (flush: boolean) => {
    book.commit(flush);
    analyse(making, agency.id, load(openData(making), agency.id), { flush });
  };
  let outcome: Outcome | undefined;
  let next = 0;
  for (const day of runDays()) {
    outcome = await collect(book, agency, day, { ...sampleMeans(agency, answer, day), readers });
    for (; handed[next] && (handed[next]?.day ?? '') <= day; next += 1)
      importSample(book, agency, office, handed[next] as (typeof handed)[number]);
    for (const { month, scope, n } of HOURS.filter(({ on }) => on === day)) {
      const means = sampleMeans(agency, answer, day);
      const seat = { book, data, agency, zone: agency.zone, day, means, month, scope, n, chance: lots(month, scope) };
      if (book.opinion(month)) await sit(seat, person);
    }
    if (day.endsWith('-08')) settle(false);
  }
  settle(true);
  writeManifest(making, agency.id);
  // The stamp goes first and comes last, so that a kill between two of these is followed by making it again.
  remove(stamp);
  for (const name of MADE) replace(`${making}/agencies/${agency.id}/${name}`, `${folder}/${name}`);
  remove(making);
  write(stamp, made);
  if (!outcome) throw new ConfigError('the sample has no days');
  return outcome;
}

function importSample(
  book: ReturnType<typeof openBook>,
  agency: Agency,
  office: Office,
  handed: ReturnType<typeof imports>[number],
): void {
  const account = agency.accounts.find((one) => one.id === handed.account);
  const source = find(handed.source);
  if (!account || !source || !isExport(source))
    throw new ConfigError(`the sample hands in ${handed.name}, which agency.json has no account for`);
  take(book, agency, { ...handed, account, source, office, span: { from: handed.from, to: handed.to } });
}

/** What the sample agency is collected with on one of its days: invented servers, a fixed clock, and secrets that are none. */
export function sampleMeans(agency: Agency, answer: Answer = server(build()), day: Day = CLOCK): Means {
  const named = [...agency.accounts, ...(agency.peers ?? [])].flatMap((account) => [
    ...(account.token ? [account.token] : []),
    ...Object.values(account.secrets ?? {}),
  ]);
  return {
    transport: sampleTransport(answer, day),
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    now: () => new Date(`${day}T12:37:00Z`),
    env: Object.fromEntries(named.map((name) => [name, 'sample'])),
  };
}

function sampleTransport(answer: Answer, day: Day): Transport {
  return async ({ method, url, body }) => {
    const { status, headers, body: content } = answer(day, { method, url, ...(body === undefined ? {} : { body }) });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return { status, headers: new Map(Object.entries(headers)), body: once(text) };
  };
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** All code that the sample's figures depend on. */
function codeHash(): string {
  const src = ['model', 'sources', 'store', 'disclosure', 'kpis', 'opinion', 'analyse'].map((room) => `src/${room}`);
  const rooms = [...src, 'scripts/sample', 'scripts/label', 'scripts/opinion', 'data/corpus'];
  const files = rooms.flatMap((room) => list(room).map((file) => `${room}/${file}`));
  const own = 'pull allowance secrets share import office keep overhear hearing readers analyse sample'
    .split(' ')
    .map((name) => `scripts/${name}.ts`);
  return sha256([...files, ...own].map((file) => `${file} ${sha256(bytes(file))}`).join('\n'));
}

if (import.meta.main) {
  await main(async () => {
    const { root, values } = options({ out: { type: 'string' }, day: { type: 'string' } });
    const out = text(values['out']);
    const [agency] = openData(root)
      .agencies()
      .filter((one) => one.sample);
    if (!agency) throw new ConfigError('there is no sample agency any more');
    if (out === undefined) {
      await makeSample(root, agency);
      return 0;
    }
    // What the invented servers answer on one day, and every export, as files that collect --replay and import read.
    const day = text(values['day']) ?? CLOCK;
    const world = build();
    const recorded = record(server(world), day);
    const book = openBook(root, agency.id);
    await collect(
      book,
      agency,
      day,
      sampleMeans(agency, (_day, request) => recorded.answer(request), day),
    );
    book.discard();
    write(`${out}/answers/${day}.json`, canonical(recorded.exchanges()));
    for (const { day: handedOn, source, name, bytes: content } of imports(world))
      write(`${out}/exports/${source}/${handedOn} ${name}`, content);
    process.stdout.write(`${out}: answers of ${day}, and ${imports(world).length} exports\n`);
    return 0;
  });
}
