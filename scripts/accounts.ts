import type { Account } from '#model/agency.ts';
import type { Day } from '#model/day.ts';
import type { Declaration, Family } from '#model/source.ts';
import { usualName } from './secrets.ts';

/** Asks one question until the answer fits. `read` gives undefined where a person has typed nothing that fits. */
export type Ask = (question: string, read: (answer: string) => string | undefined, otherwise?: string) => Promise<string>;

const FAMILIES: Readonly<Record<Family, string>> = {
  social: 'Media sosial / social media',
  web: 'Situs web / web sites',
  ads: 'Iklan / advertising',
  register: 'Register kantor / registers that the office keeps',
};

/** The accounts of a new agency: which sources, by number, then of each no more than its source needs. */
export async function askAccounts(ask: Ask, declarations: readonly Declaration[], since: Day): Promise<Account[]> {
  const families = Object.keys(FAMILIES) as Family[];
  const numbered = families.flatMap((family) => declarations.filter((one) => one.family === family));
  const list = families.flatMap((family) => {
    const rows = numbered.flatMap((one, index) => (one.family === family ? [`  ${index + 1}. ${labelOf(one)}`] : []));
    return rows.length === 0 ? [] : [`${FAMILIES[family]}:`, ...rows];
  });
  const chosen = await ask(
    `${list.join('\n')}\nNomor yang dipakai, dengan koma; tulis dua kali untuk dua akun / the numbers in use, with commas; twice for two accounts`,
    (answer) => (numbersOf(answer).every((number) => numbered[number - 1]) ? answer : undefined),
    '',
  );
  const accounts: Account[] = [];
  for (const number of numbersOf(chosen)) {
    const declaration = numbered[number - 1];
    if (declaration) accounts.push(await askAccount(ask, declaration, accounts, since));
  }
  return accounts;
}

function labelOf({ id, name, title, kind }: Declaration): string {
  return `${name}: ${title.id} / ${title.en} (${id}${kind === 'export' ? ', berkas / file' : ''})`;
}

/** Numbers as typed; NaN stands for what is none. */
function numbersOf(answer: string): number[] {
  return answer.split(/[\s,;]+/).flatMap((part) => (part === '' ? [] : [/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN]));
}

const https = (answer: string) => (/^https:\/\/\S+\.\S+/.test(answer) ? answer : undefined);

async function askAccount(ask: Ask, declaration: Declaration, before: readonly Account[], since: Day): Promise<Account> {
  const { id: source, platform, family, name } = declaration;
  const again = before.filter((one) => one.source === source).length;
  const [short, long] = [platform, source].map((one) => (again === 0 ? one : `${one}-${again + 1}`)) as [string, string];
  const handle =
    family === 'register'
      ? source
      : await ask(`${name}: nama atau nomor akun / name or number of the account`, (answer) =>
          answer === '' ? undefined : answer,
        );
  const isPublic = family === 'social';
  const url = await ask(
    `  alamat https${isPublic ? '' : ', boleh kosong'} / https address${isPublic ? '' : ', may be empty'}`,
    (answer) => (answer === '' && !isPublic ? '' : https(answer)),
    isPublic ? undefined : '',
  );
  const server = await askServer(ask, declaration, url);
  const settings: Record<string, string> = {};
  for (const { id, note, optional } of declaration.settings ?? [])
    if (!optional) settings[id] = await ask(`  ${note.id} / ${note.en}`, (answer) => (answer === '' ? undefined : answer));
  const currency =
    family === 'ads' && (await ask('  mata uang / currency', (answer) => /^[A-Z]{3}$/.exec(answer.toUpperCase())?.[0], 'IDR'));
  const budget =
    declaration.price &&
    (await ask(
      `  berbayar, US$ ${declaration.price.usd} per ${declaration.price.per.id}; paling banyak sebulan (US$) / it charges; at most in a month (US$)`,
      (answer) => (Number(answer) > 0 ? answer : undefined),
      '5',
    ));
  const [first, ...others] = declaration.secrets.map(({ purpose }) => purpose);
  const variable = (purpose: string) => `${usualName(declaration, purpose)}${again === 0 ? '' : `_${again + 1}`}`;
  return {
    id: before.some((one) => one.id === short) ? long : short,
    name: handle,
    platform,
    source,
    handle: handle.replace(/^@/, ''),
    ...(url ? { url } : {}),
    ...(server ? { server } : {}),
    ...(first === undefined ? {} : { token: variable(first) }),
    ...(others.length === 0 ? {} : { secrets: Object.fromEntries(others.map((purpose) => [purpose, variable(purpose)])) }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(currency ? { currency } : {}),
    ...(budget ? { budget: Number(budget) } : {}),
    since,
  };
}

/** A platform that everybody hosts for themselves has to be told where; a profile's address says it already. */
async function askServer(ask: Ask, { kind, family, server }: Declaration, url: string): Promise<string | undefined> {
  if (kind !== 'api' || server !== undefined) return undefined;
  if (family === 'social') return new URL(url).origin;
  return ask('  alamat https servernya / https address of its server', (answer) => https(answer)?.replace(/\/+$/, ''));
}
