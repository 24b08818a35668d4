import type { Dimension } from '#model/dimension.ts';
import { regionAt, regionOf, type Region } from '#model/region.ts';
import { WAITS } from '#model/wait.ts';
import type { I18n } from './index.ts';

/** Dimensions whose values are codes that an office chose: `jalan-rusak` is read "jalan rusak". */
const CODES: ReadonlySet<Dimension> = new Set<Dimension>([
  'class',
  'service',
  'segment',
  'channel',
  'event',
  'session',
  'poll',
  'option',
  'goal',
]);

/** What naming a part takes of a language. */
type Naming = Pick<I18n, 'lang' | 'tag' | 't' | 'has'>;

const countries = new Map<string, Intl.DisplayNames>();

/** One part of a breakdown as a reader knows it: "women", "Malaysia", "4–6 hours". What nobody named (a campaign's tag) stays as it is. */
export function part(words: Naming, dimension: Dimension, value: string): string {
  if (value === '(withheld)') return words.t('part.withheld');
  const key = `part.${dimension}.${value}`;
  if (words.has(key)) return words.t(key);
  if (words.has(`part.any.${value}`)) return words.t(`part.any.${value}`);
  if (dimension === 'country' && /^[A-Z]{2}$/.test(value)) return country(words, value);
  const region = dimension === 'province' ? regionOf(value) : undefined;
  if (region) return regionName(words, region);
  if (dimension === 'city') return city(words, value);
  if (dimension === 'wait' || dimension === 'working-wait') return wait(words, value);
  if (dimension === 'age') return value.replace(/^(\d+)-(\d+)$/, '$1–$2');
  const isCode = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
  if (isCode && dimension === 'province') return capitals(value);
  return isCode && CODES.has(dimension) ? value.replaceAll('-', ' ') : value;
}

function regionName({ lang }: Naming, { id, en }: Region): string {
  return lang === 'id' ? id : en;
}

/** Platforms write a city with its province and country, all in English: "Makassar, South Sulawesi, Indonesia". */
function city(words: Naming, value: string): string {
  const region = regionAt({ city: value });
  if (region) return `${(value.split(',')[0] ?? '').trim()}, ${regionName(words, region)}`;
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? capitals(value) : value;
}

function capitals(code: string): string {
  return code.split('-').map(capital).join(' ');
}

function country(words: Naming, code: string): string {
  let names = countries.get(words.tag);
  if (!names) countries.set(words.tag, (names = new Intl.DisplayNames(words.tag, { type: 'region' })));
  return names.of(code) ?? code;
}

function wait(words: Naming, id: string): string {
  const bin = WAITS.find((one) => one.id === id);
  if (!bin) return id;
  const { unit, from, to } = bin;
  const name = unit === 'd' ? 'days' : 'hours';
  if (to === null) return words.t(`part.${name}-over`, { from });
  // Days are counted whole: from 3 to under 4 is the third day, and 0 the day itself.
  if (unit === 'd' && to - from === 1) return from === 0 ? words.t('part.same-day') : words.t('figure.days', { count: from });
  return words.t(`part.${name}`, { from, to: unit === 'd' ? to - 1 : to });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
