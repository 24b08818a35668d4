import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import { Agency } from '#model/agency.ts';
import { addDays } from '#model/day.ts';
import { readTable } from '#sources/file/csv.ts';
import { find, isExport } from '#sources/index.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { bytes, write } from '#store/write.ts';
import { take } from './import.ts';
import { collect } from './pull.ts';
import { sampleMeans } from './sample.ts';
import { build, CLOCK, server } from './sample/index.ts';

/** The work that measures collecting: rows of an export, and a run of many accounts over a real connection to this machine. */
const TABLE = 'rows.csv';

/** A table of so many short rows; an export of a million has to stay under the largest size that is read. */
export function writeRows(folder: string, rows: number): void {
  const lines = Array.from({ length: rows }, (_, index) => `${addDays('2000-01-01', index % 9000)},${index % 977},${index % 13}`);
  write(`${folder}/${TABLE}`, `Date,Views,Likes\n${lines.join('\n')}\n`, false);
}

/** The door that reads exports. */
export function readRows(folder: string): void {
  readTable(TABLE, bytes(`${folder}/${TABLE}`));
}

/** The CSV library alone on the same file: what no door could be faster than. */
export function parseRows(folder: string): void {
  parse(Buffer.from(bytes(`${folder}/${TABLE}`)));
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HEADER =
  'Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,Profile visits,Detail expands,Url clicks,Hashtag clicks,Permalink clicks';

/** Writes exports of so many posts together, each as large as a platform's own, over ten years. */
export function writeExports(folder: string, posts: number, files: number): void {
  const each = Math.ceil(posts / files);
  for (let file = 0; file < files; file += 1) {
    const rows = Array.from({ length: each }, (_, index) => {
      const number = file * each + index;
      const date = new Date(Date.parse(`${addDays('2016-09-01', number % 3650)}T00:00:00Z`));
      const day = `${WEEKDAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()} ${date.getUTCFullYear()}`;
      return `${10n ** 18n + BigInt(number)},${day},Kabar ${number},,${number % 5000},3,5,0,1,0,1,2,0,0,0,0,0`;
    });
    write(`${folder}/exports/${file}.csv`, `${HEADER}\n${rows.join('\n')}\n`, false);
  }
}

/** Imports them as a person does: read, checked, merged, written. */
export function importExports(folder: string, files: number): void {
  const source = find('x-analytics');
  const [agency] = openData().agencies();
  const account = agency?.accounts.find((one) => one.source === 'x-analytics');
  if (!source || !isExport(source) || !agency || !account) throw new Error('there is no account for this export');
  const book = openBook(`${folder}/data`, agency.id);
  const since = { ...account, since: '2016-09-01' };
  const span = { from: '2016-09-01', to: '2026-08-31' };
  for (let file = 0; file < files; file += 1)
    take(book, agency, {
      account: since,
      source,
      name: `${file}.csv`,
      bytes: bytes(`${folder}/exports/${file}.csv`),
      span,
      day: CLOCK,
    });
  book.commit(false);
}

/** A first run of so many accounts against a server on this machine, through the real door to the network; then a second one. */
export async function collectMany(folder: string, count: number): Promise<object> {
  const answer = server(build());
  const listener = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { status, headers, body } = answer(CLOCK, { method: request.method === 'POST' ? 'POST' : 'GET', url: url.href });
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const [sample] = openData().agencies();
  const apis = (sample?.accounts ?? []).filter((one) => ['facebook', 'mastodon', 'bluesky'].includes(one.source));
  const accounts = Array.from({ length: count }, (_, index) => ({
    ...apis[index % apis.length],
    id: `account-${index}`,
    server: address,
    // A first run that asks for two months; one that asks for years is cut short by its budget of requests.
    since: addDays(CLOCK, -60),
  }));
  const agency = Agency.parse({ ...sample, accounts });
  const { transport: _transport, ...means } = sampleMeans(agency, answer, CLOCK);
  const run = async () => {
    const start = performance.now();
    const book = openBook(`${folder}/many`, agency.id);
    const { accounts: results } = await collect(book, agency, CLOCK, means);
    book.commit();
    return {
      seconds: (performance.now() - start) / 1000,
      requests: results.reduce((sum, one) => sum + one.requests, 0),
      complete: results.filter((one) => one.outcome === 'complete').length,
    };
  };
  try {
    return { accounts: count, first: await run(), second: await run() };
  } finally {
    listener.closeAllConnections();
    listener.close();
  }
}
