import type { Lookout, Matter, OwnPost } from '#model/lookout.ts';
import type { Text } from '#model/text.ts';
import { daysBetween, dayOf } from '#model/day.ts';
import { words } from './line.ts';
import { inscribe, isSame, type Remembered, type Standing } from './memory.ts';

/** How the issue is found again: one an agency. */
export function titleOf({ agency }: Pick<Lookout, 'agency'>): string {
  return `Peringatan dini / Early warning: ${agency}`;
}

/** The issue's text, in both languages one below the other. Words of staff and of platforms are inert in it; none is of a citizen. */
export function renderWarning(look: Lookout, known: Remembered): string {
  return [...LANGUAGES.flatMap((language) => section(language, look, known)), inscribe(known.standing), ''].join('\n');
}

/** What is new since the issue was opened: GitHub tells people of a comment, but not of a changed text. */
export function renderNews(look: Lookout, added: readonly Standing[]): string {
  return LANGUAGES.map(({ news, alarm, name }) => {
    const all = added.map((one) => `${heading(one, look, name)} (${one.alarms.map((kind) => alarm[kind]).join(', ')})`);
    return `${news}: ${all.join('; ')}`;
  }).join('\n');
}

interface Language {
  readonly code: 'id' | 'en';
  readonly alarm: Readonly<Record<Matter['alarms'][number], string>>;
  readonly name: { readonly all: string; readonly term: string };
  readonly news: string;
  readonly intro: (accounts: string, time: string, smallest: number) => string;
  readonly unread: (accounts: string) => string;
  readonly unnamed: (accounts: string) => string;
  readonly people: (now: string, usual: string, hours: number) => string;
  readonly fewer: (smallest: number) => string;
  readonly about: (count: string) => string;
  readonly tone: (now: string, before: string) => string;
  readonly nearlyAll: string;
  readonly tooFew: string;
  readonly began: (time: string) => string;
  readonly eased: (time: string) => string;
  readonly spoke: (ago: string, time: string) => string;
  readonly silent: (days: number) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
  readonly posts: string;
  readonly open: (claim: string, days: number) => string;
  readonly answered: (claim: string, days: number) => string;
  readonly waiting: (count: number) => string;
  readonly rumours: string;
  readonly next: string;
}

const INDONESIAN: Language = {
  code: 'id',
  alarm: { volume: 'lebih ramai dari biasanya', negative: 'lebih negatif dari biasanya' },
  name: { all: 'Semua komentar', term: 'Kata yang muncul' },
  news: 'Baru',
  intro: (accounts, time, smallest) =>
    `Dibaca dari komentar di ${accounts} pada ${time}. Jumlah orang dibulatkan; kurang dari ${smallest} orang tidak disebut. Nada dinilai mesin dan belum dikoreksi, jadi lihat sendiri sebelum bertindak. Tidak ada kata-kata warga di isu ini; jangan salin ke sini, sebab isu bisa dibaca umum.`,
  unread: (accounts) => `Tidak terbaca kali ini: ${accounts}.`,
  unnamed: (accounts) =>
    `Di ${accounts}, platform tidak memberi tahu siapa yang menulis. Semua komentar di satu akun seperti itu dihitung sebagai satu orang, jadi lonjakan di sana tidak terlihat dari sini.`,
  people: (now, usual, hours) => `${now} menulis dalam ${hours} jam terakhir; biasanya ${usual} pada jam yang sama.`,
  fewer: (smallest) => `kurang dari ${smallest} orang`,
  about: (count) => `sekitar ${count} orang`,
  tone: (now, before) =>
    `Dari yang menulis dalam 24 jam terakhir, ${now} menulis sesuatu yang negatif; tujuh hari sebelumnya ${before}.`,
  nearlyAll: 'hampir semua',
  tooFew: 'terlalu sedikit untuk disebut',
  began: (time) => `Mulai sekitar ${time}.`,
  eased: (time) => `Terakhir tidak biasa pada ${time}; bagian ini hilang kalau 48 jam tetap tenang.`,
  spoke: (ago, time) => `Instansi terakhir bicara tentang ini ${ago} yang lalu (${time}).`,
  silent: (days) => `Instansi belum bicara tentang ini dalam ${days} hari terakhir.`,
  hours: (count) => `${count} jam`,
  days: (count) => `${count} hari`,
  posts: 'Unggahan instansi sendiri tentang ini:',
  open: (claim, days) => `Kabar tidak benar yang **belum dijawab** selama ${days} hari: ${claim}`,
  answered: (claim, days) => `Kabar tidak benar yang dijawab setelah ${days} hari: ${claim}`,
  waiting: (count) =>
    `${count} kata lain mulai ramai dan menunggu keputusan petugas, jadi tidak disebut: jalankan \`npm run terms\`.`,
  rumours: 'Kabar tidak benar lain yang belum dijawab',
  next: 'Langkah berikutnya: `docs/guide.id.md`, bagian "Peringatan dini". Isu ini diperbarui tiap jam, dan ditutup sendiri setelah 48 jam tenang.',
};

const ENGLISH: Language = {
  code: 'en',
  alarm: { volume: 'busier than usual', negative: 'more negative than usual' },
  name: { all: 'All comments', term: 'A word that came up' },
  news: 'New',
  intro: (accounts, time, smallest) =>
    `Read from the comments on ${accounts} at ${time}. Numbers of people are rounded; fewer than ${smallest} are not told. The tone is a machine's reading and uncorrected, so look for yourself before you act. No citizen's words stand in this issue; copy none here, since the public may be able to read it.`,
  unread: (accounts) => `Not read this time: ${accounts}.`,
  unnamed: (accounts) =>
    `On ${accounts} the platform does not tell who wrote. All comments of such an account count as one person, so a surge there cannot be seen from here.`,
  people: (now, usual, hours) => `${now} wrote in the last ${hours} hours; usually ${usual} at the same time of day.`,
  fewer: (smallest) => `fewer than ${smallest} people`,
  about: (count) => `about ${count} people`,
  tone: (now, before) =>
    `Of those who wrote in the last 24 hours, ${now} wrote something negative; on the seven days before, ${before}.`,
  nearlyAll: 'nearly all',
  tooFew: 'too few to tell',
  began: (time) => `It began at about ${time}.`,
  eased: (time) => `Last unusual at ${time}; this part goes once it has stayed calm for 48 hours.`,
  spoke: (ago, time) => `The agency last spoke on this ${ago} ago (${time}).`,
  silent: (days) => `The agency has not spoken on this in the last ${days} days.`,
  hours: (count) => `${count} ${count === 1 ? 'hour' : 'hours'}`,
  days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
  posts: "The agency's own posts on this:",
  open: (claim, days) => `A rumour **unanswered** for ${days} ${days === 1 ? 'day' : 'days'}: ${claim}`,
  answered: (claim, days) => `A rumour that was answered after ${days} ${days === 1 ? 'day' : 'days'}: ${claim}`,
  waiting: (count) =>
    `${count} other ${count === 1 ? 'word is' : 'words are'} coming up and not named, as no staff member has said yes: run \`npm run terms\`.`,
  rumours: 'Other rumours not answered yet',
  next: 'What to do: `docs/guide.en.md`, "Early warning". This issue is updated each hour, and closes by itself after 48 calm hours.',
};

const LANGUAGES = [INDONESIAN, ENGLISH];
const HOUR = 3_600_000;

function section(language: Language, look: Lookout, { standing }: Remembered): string[] {
  const { code, intro, unread, unnamed, waiting, rumours, next } = language;
  const time = timeOf(look.hour, code, look.zone);
  const missing = look.unread.map(({ account }) => words(account)).join(', ');
  const others = look.matters
    .filter((matter) => !standing.some((one) => isSame(one, matter)))
    .flatMap((matter) => rumoursOf(matter, look, language, true));
  return [
    `**${words(look.name)}.** ${intro(look.read.map(words).join(', '), time, look.smallest)}`,
    '',
    ...(missing ? [unread(missing), ''] : []),
    ...(look.unnamed.length > 0 ? [unnamed(look.unnamed.map(words).join(', ')), ''] : []),
    ...standing.flatMap((one) => part(one, look, language)),
    ...(others.length > 0 ? [`### ${rumours}`, '', ...others, ''] : []),
    ...(look.waiting > 0 ? [waiting(look.waiting), ''] : []),
    next,
    '',
    ...(language === LANGUAGES[0] ? ['---', ''] : []),
  ];
}

function part(one: Standing, look: Lookout, language: Language): string[] {
  const { code, alarm, name, people, tone, began, eased, spoke, silent, posts } = language;
  const matter = look.matters.find((each) => isSame(one, each));
  const time = (hour: number): string => timeOf(hour, code, look.zone);
  const isNow = one.last === look.hour;
  const heads = one.alarms.map((kind) => alarm[kind]).join(', ');
  const lines = [
    matter && people(peopleOf(matter.people, look, language), peopleOf(matter.usual, look, language), matter.hours),
    matter?.negative &&
      (matter.negative.now !== null || matter.alarms.includes('negative')) &&
      tone(shareOf(matter.negative.now, language.nearlyAll), shareOf(matter.negative.before, language.tooFew)),
    began(time(one.began)),
    !isNow && eased(time(one.last)),
    matter &&
      one.of !== 'term' &&
      (matter.spoke === null ? silent(look.back) : spoke(ago(look.hour - matter.spoke, language), time(matter.spoke))),
  ].filter((each) => typeof each === 'string');
  return [
    `### ${heading(one, look, name)}: ${heads}`,
    '',
    ...lines.map((each) => `- ${each}`),
    ...(matter && matter.posts.length > 0 ? [`- ${posts}`, ...matter.posts.map((post) => `  - ${linked(post, time)}`)] : []),
    ...(matter ? rumoursOf(matter, look, language, false) : []),
    '',
  ];
}

function heading({ of, id = '' }: Standing, look: Lookout, name: Language['name']): string {
  if (of === 'all') return name.all;
  if (of === 'term') return `${name.term}, ${words(id)}`;
  const own = look.matters.find((matter) => matter.of === 'topic' && matter.id === id)?.name;
  return words((own && sayIn(own, name === INDONESIAN.name ? 'id' : 'en')) || id);
}

function rumoursOf({ rumours }: Matter, look: Lookout, { code, open, answered }: Language, onlyOpen: boolean): string[] {
  const today = dayOf(new Date(look.hour * HOUR), look.zone);
  return rumours
    .filter((one) => !onlyOpen || !one.answered)
    .map(({ claim, since, answered: deed }) => {
      const said = words(sayIn(claim, code));
      return `- ${deed ? answered(said, Math.max(0, daysBetween(since, deed.on))) : open(said, Math.max(0, daysBetween(since, today)))}`;
    });
}

function peopleOf(count: number | null, { smallest }: Lookout, { code, fewer, about }: Language): string {
  return count === null ? fewer(smallest) : about(new Intl.NumberFormat(code).format(count));
}

function shareOf(share: number | null, otherwise: string): string {
  return share === null ? otherwise : `${Math.round(share * 100)}%`;
}

function ago(hours: number, { hours: inHours, days }: Language): string {
  return hours < 72 ? inHours(Math.max(0, hours)) : days(Math.floor(hours / 24));
}

function sayIn(text: Text, code: Language['code']): string {
  return text[code] ?? text['en'] ?? text['id'] ?? '';
}

function timeOf(hour: number, code: Language['code'], zone: string): string {
  const format = new Intl.DateTimeFormat(code === 'id' ? 'id' : 'en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return format.format(new Date(hour * HOUR));
}

/** A link to the agency's own post, whose address nobody can break out of. */
function linked({ text, url, hour }: OwnPost, time: (hour: number) => string): string {
  const said = words(text) || '…';
  const address =
    url === undefined
      ? undefined
      : new URL(url).href
          .replace(/[()<>[\]\\`\s]/g, encodeURIComponent)
          .replaceAll('(', '%28')
          .replaceAll(')', '%29');
  return `${address === undefined ? said : `[${said}](${address})`} (${time(hour)})`;
}
