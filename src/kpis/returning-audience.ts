import { isKnown, known, missing } from '#model/figure.ts';
import { days, facts, part } from './example.ts';
import type { AccountFacts, Kpi, Outcome } from './kpi.ts';
import { ratioOf, type Part } from './formula/total.ts';

/** Of the people written to or called in a month, those to whom it happened more than once. */
function returning(one: AccountFacts): Part {
  const all = one.parts['people-contacted'] ?? [];
  const rows = all.filter(({ dimensions }) => Object.keys(dimensions).join() === 'contacts');
  const lost = rows.flatMap(({ figure }) => (isKnown(figure) ? [] : [figure.reason]))[0];
  // Counted by channel alone, a person with two channels is two people.
  const none = all.length > 0 ? ('not-additive' as const) : (one.monthly['people-contacted']?.reason ?? ('empty' as const));
  const reason = rows.length === 0 ? none : lost;
  if (reason !== undefined) return { account: one.account, figure: missing(reason), grounds: [] };
  const people = (some: typeof rows) => some.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0);
  const whole = people(rows);
  const again = people(rows.filter(({ dimensions }) => dimensions.contacts !== '1'));
  const grounds = rows.slice(0, 1).map(({ ground }) => ground);
  return { account: one.account, figure: known(again), numerator: again, denominator: whole, n: whole, grounds };
}

/** People of two registers overlap, and nobody can tell by how much. */
function apart(parts: readonly Part[]): Outcome {
  const many = parts.filter(({ figure }) => isKnown(figure)).length > 1;
  return ratioOf(many ? parts.map((one) => (isKnown(one.figure) ? { ...one, figure: missing('not-additive') } : one)) : parts);
}

const month = (once: number, some: number, many: number) =>
  facts('a', {
    parts: {
      'people-contacted': [part({ contacts: '1' }, once), part({ contacts: '2-3' }, some), part({ contacts: '4+' }, many)],
    },
  });

export const returningAudience: Kpi = {
  id: 'returning-audience',
  version: 1,
  question: 5,
  unit: 'ratio',
  families: ['register'],
  declared: true,
  rollUp: 'none',
  stage: 'output',
  measures: ['people-contacted'],
  texts: {
    id: {
      name: 'Dihubungi lebih dari sekali',
      plain: 'Dari setiap orang yang dikirimi pesan atau ditelepon dalam sebulan, berapa bagian yang dihubungi lagi.',
      formula:
        'Orang yang dihubungi 2 kali atau lebih dibagi semua orang yang dihubungi dalam bulan itu, dari jumlah per kelompok (1, 2–3, 4 kali atau lebih).',
      limits:
        'Hanya jumlah orang per kelompok yang disimpan, bukan riwayat siapa pun. Angka ini berarti dihubungi lagi oleh instansi, bukan kembali atas keinginan sendiri. Orang dari beberapa bulan atau daftar tidak dijumlahkan, karena orang yang sama akan terhitung lagi.',
    },
    en: {
      name: 'Contacted more than once',
      plain: 'Of all people who were sent a message or called in a month, the share that was contacted again.',
      formula:
        'People contacted twice or more divided by all people contacted in that month, from the counts by group (1, 2–3, 4 times or more).',
      limits:
        'Only how many people are in each group is kept, never the history of anybody. It means contacted again by the agency, not come back of one’s own will. People of several months or registers are not added up, since the same people would count again.',
    },
  },
  basis: [
    { title: 'Conventional: returning as a share of all, from binned counts (derived)' },
    { title: 'GSA federal social media metrics baseline (2013): loyalty' },
  ],
  examples: [
    {
      title: { id: 'Tiga kelompok', en: 'Three groups' },
      facts: [month(400, 350, 250)],
      expect: { figure: known(0.6), numerator: 600, denominator: 1_000, n: 1_000 },
    },
    {
      title: { id: 'Dua daftar: orangnya bisa sama', en: 'Two registers: they may be the same people' },
      facts: [month(400, 350, 250), { ...month(40, 30, 30), account: 'b' }],
      expect: { figure: missing('not-additive') },
    },
    {
      title: { id: 'Dihitung per saluran saja', en: 'Counted by channel alone' },
      facts: [facts('a', { parts: { 'people-contacted': [part({ channel: 'email', contacts: '1' }, 400)] } })],
      expect: { figure: missing('not-additive') },
    },
    {
      title: { id: 'Berkasnya belum dimasukkan', en: 'The file was not imported' },
      facts: [facts('a', { monthly: { 'people-contacted': { ...days(0, 0, 1), reason: 'not-imported' } } })],
      expect: { figure: missing('not-imported') },
    },
  ],
  compute: (accounts) => apart(accounts.map(returning)),
};
