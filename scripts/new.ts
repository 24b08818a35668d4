import { createInterface } from 'node:readline/promises';
import { Agency, type Account } from '#model/agency.ts';
import { Day, dayOf, isZone } from '#model/day.ts';
import { ConfigError } from '#model/error.ts';
import type { Declaration } from '#model/source.ts';
import { Slug } from '#model/text.ts';
import { sources } from '#sources/index.ts';
import { canonical } from '#store/json.ts';
import { paths } from '#store/paths.ts';
import { openData } from '#store/read.ts';
import { list, read, remove, write } from '#store/write.ts';
import { askAccounts, type Ask } from './accounts.ts';
import { main, options } from './options.ts';
import { WORKFLOW, handedOver } from './workflow.ts';

const ZONES: Readonly<Record<string, string>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };
/** Offices of these zones keep the holidays of data/calendars/indonesia.json. */
const INDONESIA: ReadonlySet<string> = new Set([...Object.values(ZONES), 'Asia/Pontianak']);
const filled = (answer: string) => (answer.length > 1 ? answer : undefined);

/** A new agency's configuration from a person's answers. */
export async function interview(ask: Ask, declarations: readonly Declaration[], today: string): Promise<Agency> {
  const name = await ask('Nama lengkap instansi / full name of the agency', filled);
  const short = await ask(
    'Nama pendek / short name',
    (answer) => (answer.length <= 40 ? filled(answer) : undefined),
    name.slice(0, 40),
  );
  const id = await ask('Nama alamat / name in addresses (a-z, 0-9, -)', (answer) => Slug.safeParse(answer).data, slug(short));
  const place = await ask('Wilayah / place', filled);
  const zone = await ask('Zona waktu / time zone (WIB, WITA, WIT, or an IANA zone)', (answer) => zoneOf(answer), 'WIB');
  const contact = await ask('Kontak untuk koreksi, milik kantor / address of the office for corrections', filled);
  const since = await ask(
    'Laporan mulai tanggal / reports begin on',
    (answer) => Day.safeParse(answer).data,
    `${today.slice(0, 7)}-01`,
  );
  const accounts = await askAccounts(ask, declarations, since);
  const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
  return Agency.parse({
    $schema: '../../schema/agency.json',
    id,
    name,
    short,
    place,
    zone,
    ...(INDONESIA.has(zone) ? { calendar: 'indonesia' } : {}),
    contact,
    languages: ['id', 'en'],
    licence,
    floor: 0.8,
    accounts,
  });
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

function zoneOf(answer: string): string | undefined {
  const zone = ZONES[answer.toUpperCase()] ?? answer;
  return zone.includes('/') && isZone(zone) ? zone : undefined;
}

if (import.meta.main) {
  await main(async () => {
    const { root } = options({});
    const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const ask: Ask = async (question, read, otherwise) => {
      for (;;) {
        process.stdout.write(`${question}${otherwise ? ` [${otherwise}]` : ''}: `);
        const { value, done } = await lines.next();
        if (done) throw new ConfigError('\nThe answers ended early; nothing was written.');
        const typed = String(value).trim();
        const answer = typed === '' && otherwise !== undefined ? (otherwise === '' ? '' : read(otherwise)) : read(typed);
        if (answer !== undefined) return answer;
        process.stdout.write('  Jawaban itu belum sesuai; coba lagi. / That does not fit; try again.\n');
      }
    };
    const agency = await interview(
      ask,
      sources.map((source) => source.declaration),
      dayOf(new Date(), 'Asia/Jakarta'),
    );
    const data = openData(root);
    const file = paths(root).agency(agency.id);
    if (list(paths(root).folder(agency.id)).length > 0) throw new ConfigError(`${file} is there already; nothing was written`);
    write(file, canonical(agency));
    for (const sample of data.agencies().filter((one) => one.sample)) {
      remove(paths(root).folder(sample.id));
      remove(`src/content/commentary/${sample.id}`);
    }
    process.stdout.write(`\n${file} is written, and the sample agency is gone.\n`);
    const names = (account: Account) => [...(account.token ? [account.token] : []), ...Object.values(account.secrets ?? {})];
    const secrets = agency.accounts.flatMap(names);
    if (secrets.length > 0)
      process.stdout.write(
        `Next: add as secrets of the environment "collect", as far as you have them: ${secrets.join(', ')}.\n`,
      );
    const handed = handedOver(read(WORKFLOW) ?? '');
    for (const name of secrets.filter((one) => !handed.has(one)))
      process.stdout.write(`And this line in ${WORKFLOW}, under the others: ${name}: \${{ secrets.${name} }}\n`);
    process.stdout.write('Then: npm run check, and npm run collect.\n');
    return 0;
  });
}
