import { isKnown, known, missing } from '#model/figure.ts';
import { days, facts, part } from './example.ts';
import type { AccountFacts, Kpi, Outcome } from './kpi.ts';
import { sampleNeeded } from './formula/sample-size.ts';
import { members, type Part } from './formula/total.ts';
import { wholeOf } from './formula/whole.ts';

/** Lowest value of each band on the scale 25 to 100, after rounding to two decimals: the bands of the regulation leave holes between. */
const BANDS = [
  ['A', 88.31],
  ['B', 76.61],
  ['C', 65],
  ['D', 25],
] as const;
const ELEMENTS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'];
/**
 * The means of a quarter's survey of one office, from the sums in rumus_perhitungan_ikm_lengkap.md of the public repository
 * rennn9/GASPUL_BACKEND. It gives the index as 91.48 in one place and as 90.56 in another: its column "0.1111" was multiplied by 0.11.
 */
const PUBLISHED = [105, 101, 100, 116, 102, 105, 106, 105, 115].map((sum) => sum / 29);

export const ikm: Kpi = {
  id: 'ikm',
  version: 1,
  question: 4,
  unit: 'score',
  families: ['register'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  leading: true,
  byPart: { numerator: 'score-sum', denominator: 'survey-answers', times: 25 },
  measures: ['survey-respondents'],
  texts: {
    id: {
      name: 'Indeks Kepuasan Masyarakat (IKM)',
      plain: 'Seberapa puas warga dengan layanan, menurut survei sembilan unsur, dari 25 sampai 100.',
      formula:
        'Nilai rata-rata setiap unsur (jumlah nilai dibagi jawaban, skala 1 sampai 4), dirata-ratakan dengan bobot yang sama, 1/9, lalu dikali 25. Mutu A mulai 88,31, B mulai 76,61, C mulai 65,00, selebihnya D, setelah dibulatkan dua desimal.',
      limits:
        'Sebagian instansi memakai bobot 0,11 dan bukan 1/9: nilai tertingginya lalu 99, dan mutunya dapat turun satu tingkat. Nilai dengan bobot itu disebut di samping nilai ini. Bila instansi menyebut banyaknya pengguna layanan, disebut pula berapa responden yang diperlukan untuk satu putaran survei; tidak untuk setahun yang memuat dua putaran. Yang menjawab survei belum tentu mewakili semua warga.',
    },
    en: {
      name: 'Public satisfaction index (IKM)',
      plain: 'How satisfied citizens are with services, by a survey of nine elements, from 25 to 100.',
      formula:
        'The mean of each element (sum of marks divided by answers, scale 1 to 4), averaged with equal weights of 1/9, times 25. Grade A from 88.31, B from 76.61, C from 65.00, else D, after rounding to two decimals.',
      limits:
        'Some agencies use the weight 0.11 instead of 1/9: the highest value is 99 then, and the grade can fall by one. The value with that weight stands beside this one. Where the agency states how many people use the services, so does the number of respondents that one round of the survey takes; not for a year that holds two. Those who answer need not stand for all citizens.',
    },
  },
  basis: [
    { title: 'PermenPANRB 14/2017 (SKM): nine elements, scale 1 to 4, bands; the bands as public implementations cite them' },
    { title: 'Weight 1/9 or 0.11: two readings of the regulation that give two grades (derived)' },
    {
      title:
        'Sample size: Krejcie and Morgan (1970), which the regulation is said to print as a table (from memory); five points either way, 95 %',
    },
  ],
  examples: [
    {
      title: { id: 'Mutunya bergantung pada bobot', en: 'The grade depends on the weight' },
      facts: [facts('a', survey(200, [3.7, 3.6, 3.5, 3.6, 3.5, 3.6, 3.5, 3.4, 3.5]))],
      expect: {
        figure: known((31.9 / 9) * 25),
        n: 200,
        grade: 'A',
        also: [{ how: 'weight-0-11', value: 31.9 * 0.11 * 25, grade: 'B' }],
      },
    },
    {
      title: {
        id: 'Contoh yang beredar: 29 responden, 91,48; dengan bobot 0,11 disebut 90,56',
        en: 'A published example: 29 respondents, 91.48; with the weight 0.11 it was given as 90.56',
      },
      facts: [facts('a', { ...survey(29, PUBLISHED), population: 300 })],
      expect: {
        figure: known((955 / 29 / 9) * 25),
        n: 29,
        grade: 'A',
        also: [
          { how: 'weight-0-11', value: PUBLISHED.reduce((sum, mean) => sum + mean, 0) * 0.11 * 25, grade: 'A' },
          { how: 'sample-needed', value: 169, unit: 'people' },
        ],
      },
    },
    {
      title: { id: 'Satu unsur tidak ditanyakan', en: 'One element was not asked' },
      facts: [facts('a', survey(200, [3.7, 3.6, 3.5, 3.6, 3.5, 3.6, 3.5, 3.4]))],
      expect: { figure: missing('partial') },
    },
    {
      title: { id: 'Belum waktunya survei', en: 'No survey was due' },
      facts: [facts('a', { monthly: { 'survey-respondents': { ...days(0, 0, 0), reason: 'not-due' } } })],
      expect: { figure: missing('not-due') },
    },
  ],
  compute(accounts) {
    const parts = accounts.map(surveyed);
    const have = accounts.filter((_, index) => isKnown((parts[index] as Part).figure));
    const base = members(parts);
    if (have.length === 0) return { figure: missing(base.without[0]?.reason ?? 'empty'), ...base };
    const means = ELEMENTS.map((element) => {
      const [scores, answers] = [sum(have, 'score-sum', element), sum(have, 'survey-answers', element)];
      return answers === 0 ? undefined : scores / answers;
    });
    if (means.some((mean) => mean === undefined)) return { figure: missing('partial'), ...base, over: [] };
    const total = means.reduce<number>((all, mean) => all + (mean ?? 0), 0);
    const populations = have.flatMap(({ population }) => population ?? []);
    const needed = sampleNeeded(populations.reduce((all, people) => all + people, 0));
    const outcome: Outcome = {
      figure: known((total / ELEMENTS.length) * 25),
      n: parts.reduce((all, { n = 0 }) => all + n, 0),
      grade: gradeOf((total / ELEMENTS.length) * 25),
      also: [
        { how: 'weight-0-11', value: total * 0.11 * 25, grade: gradeOf(total * 0.11 * 25) },
        ...(populations.length === have.length ? [{ how: 'sample-needed', value: needed, unit: 'people' as const }] : []),
      ],
      ...base,
    };
    return outcome;
  },
};

function gradeOf(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return BANDS.find(([, least]) => rounded >= least)?.[0] ?? 'D';
}

function surveyed(one: AccountFacts): Part {
  const { figure, grounds, ...whole } = wholeOf('survey-respondents', one);
  const rows = elementsOf(one, 'survey-answers').concat(elementsOf(one, 'score-sum'));
  const lost = rows.flatMap((row) => (isKnown(row.figure) ? [] : [row.figure.reason]))[0];
  const all = [...grounds, ...rows.map(({ ground }) => ground)];
  const base = {
    ...whole,
    grounds: [...new Map(all.map((ground) => [ground.metric + ground.api, ground])).values()],
  };
  if (!isKnown(figure)) return { ...base, figure };
  if (lost !== undefined || figure.value === 0) return { ...base, figure: missing(lost ?? 'zero-denominator') };
  return { ...base, figure, n: figure.value };
}

function elementsOf(one: AccountFacts, measure: 'survey-answers' | 'score-sum') {
  return (one.parts[measure] ?? []).filter(({ dimensions }) => Object.keys(dimensions).join() === 'element');
}

function sum(accounts: readonly AccountFacts[], measure: 'survey-answers' | 'score-sum', element: string): number {
  const rows = accounts.flatMap((one) => elementsOf(one, measure).filter(({ dimensions }) => dimensions.element === element));
  return rows.reduce((all, { figure }) => all + (figure.value ?? 0), 0);
}

/** A survey for a worked example: respondents who all answered, and the mean of each element. */
function survey(respondents: number, means: readonly number[]): Partial<AccountFacts> {
  const rows = (factor: (mean: number) => number) =>
    means.map((mean, index) => part({ element: `u${index + 1}` }, Number((respondents * factor(mean)).toFixed(6))));
  return {
    monthly: { 'survey-respondents': days(respondents, 1, 1) },
    parts: { 'survey-answers': rows(() => 1), 'score-sum': rows((mean) => mean) },
  };
}
