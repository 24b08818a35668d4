import { describe, expect, test } from 'vitest';
import { i18n } from '#i18n/index.ts';
import { opinionAnswer, rangeText, TOLD } from '#i18n/opinion.ts';
import type { Opinion } from '#model/opinion.ts';
import { openData } from '#store/read.ts';
import { built, read } from './site/dist.ts';
import { decode, visible } from './site/html.ts';

const pages = new Set(built());
const data = openData();
const agency = data.agency('tirtaraya');
const topics = data.topics(agency.id);
const counted = data
  .periods(agency.id)
  .map((id) => data.report(agency.id, id))
  .filter((report) => report.opinion && report.opinion.months.length > 0);
/** A settled period of each kind, and the newest that is not corrected. */
const some = [
  ...counted.filter(({ period }) => ['2026-09', '2026-q3', '2025'].includes(period)),
  ...counted.filter(({ kind, opinion }) => kind === 'month' && opinion?.accuracy === null).slice(-1),
];
const at = (lang: string, path: string) => `${lang === 'id' ? '' : `${lang}/`}tirtaraya/${path}index.html`;
const plain = (text: string) =>
  decode(text)
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
const textOf = (file: string) => plain(visible(read(file)));

/** The rows of the table of topics: name, comments, the three shares, as they are written. */
function rows(html: string, section: string): string[][] {
  const part = html.slice(html.indexOf(`id="${section}"`));
  const table = part.slice(part.indexOf('<table class="figures opinions"'), part.indexOf('</table>', part.indexOf('opinions"')));
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)]
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell.replaceAll(/<[^>]+>/g, ' '))),
    )
    .slice(1);
}

function expected(cell: Opinion, lang: string): string[] {
  const words = i18n(lang);
  return [
    cell.comments === null ? words.t('opinion.hidden') : words.number(cell.comments),
    ...TOLD.map((label) => {
      const { value, reason, interval } = cell.shares[label];
      if (value === null)
        return reason === 'suppressed' ? words.t('opinion.hidden') : words.reason(reason ?? 'not-collected').replace(/\.$/, '');
      const share = words.percent(value, 0);
      return interval ? `${share} ${rangeText(words, interval)}` : `≈ ${share}`;
    }),
  ].map(plain);
}

test('the sample has counted comments, corrected and not', () => {
  expect(some).toHaveLength(4);
  expect(counted.some(({ opinion }) => opinion?.accuracy)).toBe(true);
  expect(counted.some(({ opinion }) => opinion?.accuracy === null)).toBe(true);
});

describe.each(['id', 'en'])('%s', (lang) => {
  test.each(some.map((report) => [report.period, report] as const))(
    '%s: each share stands as the report has it',
    (period, report) => {
      const html = read(at(lang, `${period}/voice/`));
      const { cells = [] } = report.opinion ?? {};
      const followed = cells.filter(({ of }) => of === 'topic' || of === 'policy');
      const shown = rows(html, 'topics-table');
      expect(shown).toHaveLength(followed.length);
      const words = i18n(lang);
      for (const cell of followed) {
        const name = words.text(topics.find(({ id }) => id === cell.id)?.name ?? { en: cell.id ?? '' }).text;
        const row = shown.find(([first = '']) => first === name || first.startsWith(`${name} `));
        expect(row?.slice(1), `${period} ${name}`).toEqual(expected(cell, lang));
      }
      const accounts = cells.filter(({ of }) => of === 'account').map((cell) => expected(cell, lang).join());
      const told = rows(html, 'opinion-accounts').map((row) => row.slice(1).join());
      expect(accounts.filter((row) => !told.includes(row))).toEqual([]);
    },
  );

  test.each(some.map((report) => [report.period, report] as const))(
    '%s: the answer says it, on the report too',
    (period, report) => {
      const words = i18n(lang);
      const answer = plain(opinionAnswer(report, words, { agency: '', account: (id) => (id.startsWith('zz') ? id : '…') }) ?? '');
      // Accounts are named by their platforms, which the report alone does not know.
      const [, tail = answer] = answer.split(/…(?:[^…]*…)*/);
      expect(tail.length).toBeGreaterThan(20);
      for (const path of [`${period}/`, `${period}/voice/`]) expect(textOf(at(lang, path))).toContain(tail);
    },
  );

  test('what is not corrected is called so, and has no range', () => {
    const raw = some.filter(({ opinion }) => opinion?.cells.every(({ shares }) => !shares.negative.interval));
    expect(raw.length).toBeGreaterThan(0);
    for (const { period } of raw) {
      const text = textOf(at(lang, `${period}/voice/`));
      expect(text).toContain(plain(i18n(lang).t('opinion.read.raw-title')));
      for (const [, ...cells] of rows(read(at(lang, `${period}/voice/`)), 'topics-table'))
        expect(cells.filter((cell) => /\d–\d/.test(cell))).toEqual([]);
    }
  });

  test('each topic has its page with all that was done, and the pages that link to it find it', () => {
    const words = i18n(lang);
    for (const topic of topics) {
      const file = at(lang, `topics/${topic.id}/`);
      expect(pages).toContain(file);
      const text = textOf(file);
      for (const { text: what } of topic.done) expect(text).toContain(plain(words.text(what).text));
      for (const { claim } of topic.rumours) expect(text).toContain(plain(words.text(claim).text));
    }
    for (const { period } of some) {
      const html = read(at(lang, `${period}/voice/`));
      const wanted = [...html.matchAll(/href="#(done-[a-z0-9-]+)"/g)].map(([, id = '']) => id);
      expect(wanted.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
    }
  });

  test('the method page has the card of the classifier in use', () => {
    const words = i18n(lang);
    const card = data.card(data.classifiers().at(-1) ?? '');
    expect(card).toBeDefined();
    const html = read(`${lang === 'id' ? '' : `${lang}/`}method/index.html`);
    const text = plain(visible(html));
    const section = text.slice(text.indexOf(plain(words.t('opinion.machine.lead'))));
    for (const { accuracy, macroF1 } of card?.measured ?? [])
      for (const share of [accuracy, macroF1]) expect(section).toContain(plain(words.percent(share, 1)));
    for (const { text: comment } of card?.examples ?? []) expect(section).toContain(plain(comment));
    expect(html).toContain(card?.sha256 ?? 'no card');
  });
});
