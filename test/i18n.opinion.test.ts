import { expect, test } from 'vitest';
import type { ClassifierCard } from '#model/classifier.ts';
import { i18n } from '#i18n/index.ts';
import { monthsText } from '#i18n/opinion.ts';
import { weakOf } from '../src/components/opinion/weak.ts';

test('three months in a row are a range, also over the turn of a year; what is missing between them is not in it', () => {
  const said = (lang: string, ...months: string[]) => monthsText(i18n(lang), months);
  expect(said('id', '2026-01', '2026-02', '2026-03')).toBe('Januari–Maret 2026');
  expect(said('en', '2025-12', '2026-01', '2026-02', '2026-04')).toBe('December 2025–February 2026 and April 2026');
  expect(said('id', '2026-01', '2026-02')).toBe('Januari 2026 dan Februari 2026');
  expect(said('id')).toBe('');
});

test('a hidden figure is called hidden, not unknown', () => {
  const hidden = { value: null, unit: 'ratio', reason: 'suppressed' } as const;
  expect([i18n('id').figure(hidden), i18n('en').figure(hidden)]).toEqual(['disembunyikan', 'hidden']);
});

test('the card alone decides what the machine is said to read worse: by more than chance, and of enough comments', () => {
  const groups: ClassifierCard['groups'] = [
    { by: 'language', name: 'en', n: 32, accuracy: 0.5 },
    { by: 'language', name: 'jv', n: 37, accuracy: 0.86 },
    { by: 'difficulty', name: 'irony', n: 75, accuracy: 0.56 },
    { by: 'difficulty', name: 'question', n: 25, accuracy: 0.68 },
    { by: 'difficulty', name: 'typo', n: 9, accuracy: 0 },
  ];
  const card = { groups, measured: [{ set: 'own-corpus', accuracy: 0.8, n: 1000 }] } as unknown as ClassifierCard;
  expect(weakOf(card).map(({ name }) => name)).toEqual(['en', 'irony']);
  expect(weakOf({ ...card, measured: [] })).toEqual([]);
});
