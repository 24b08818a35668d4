import { describe, expect, test } from 'vitest';
import { classifier } from '#opinion/label/classifier.ts';
import { bytes } from '#store/write.ts';
import { HELD_OUT, readWritten } from '../scripts/opinion/corpus.ts';

const by = classifier(bytes('data/classifier/1/weights.bin'));

describe('the router', () => {
  test.each([
    ['jalan depan pasar rusak parah, kapan diperbaiki', 'id'],
    ['gmn cara daftarnya min, blm bisa login dr kmrn', 'id'],
    ['the road in front of the market is broken', 'en'],
    ['dalan ngarep pasar wis rusak suwe ora didandani', 'jv'],
    ['jalan payuneun pasar geus lila ruksak teu acan dibebenah', 'su'],
    ['👍👍', 'other'],
    ['', 'other'],
    ['2026', 'other'],
    ['道路坏了很久', 'other'],
    ['الطريق مكسور منذ وقت', 'other'],
  ])('%s: %s', (text, language) => expect(by.read(text).language).toBe(language));

  test('is right on the held-out comments that are whole sentences in one language', () => {
    const rows = readWritten('data/corpus').filter(
      ({ topic, language, text }) =>
        HELD_OUT.has(topic) && ['id', 'en', 'jv', 'su'].includes(language) && text.split(' ').length > 3,
    );
    expect(rows.length).toBeGreaterThan(500);
    const right = rows.filter(({ text, language }) => by.read(text).language === language);
    expect(right.length / rows.length).toBeGreaterThan(0.97);
  });
});
