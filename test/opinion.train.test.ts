import { describe, expect, test } from 'vitest';
import { classifier } from '#opinion/label/classifier.ts';
import { cook, type Material } from '#opinion/label/recipe.ts';
import { separate } from '#opinion/label/separate.ts';
import { fit } from '#opinion/label/svm.ts';
import { encode } from '#opinion/label/weights.ts';

const row = (text: string, label: 'positive' | 'neutral' | 'negative', src: string) => ({ text, label, src });
const material: Material = {
  rows: [
    row('pelayanan bagus sekali', 'positive', 'smsa'),
    row('petugasnya ramah dan cepat', 'positive', 'smsa'),
    row('jalannya rusak parah', 'negative', 'smsa'),
    row('antre lama dan kotor', 'negative', 'emot'),
    row('senang akhirnya selesai', 'positive', 'emot'),
    row('loket buka pukul delapan', 'neutral', 'smsa'),
    row('aku ora seneng karo dalan iki', 'negative', 'jvsu'),
    row('abdi teu resep kana jalan ieu pisan', 'negative', 'jvsu'),
    row('the service was great', 'positive', 'nxen'),
    row('the office was dirty', 'negative', 'nxen'),
  ],
  english: [
    row('great work today', 'positive', 'tev'),
    row('this is awful', 'negative', 'tev'),
    row('open at nine', 'neutral', 'tev'),
  ],
  neutral: ['kabupaten ini terdiri dari dua belas kecamatan'],
  written: [
    { text: 'mantap pak lanjutkan', label: 'positive', language: 'id', topic: 'roads' },
    { text: 'kapan diperbaiki??', label: 'negative', language: 'id', topic: 'roads' },
    { text: 'syaratnya apa min', label: 'neutral', language: 'id', topic: 'roads' },
    { text: 'nice road', label: 'positive', language: 'en', topic: 'roads' },
  ],
};

describe('training', () => {
  test('the same material gives the same bytes, and another row gives others', () => {
    const once = encode(cook('1', material));
    expect(Buffer.from(encode(cook('1', material))).equals(once)).toBe(true);
    const fewer = { ...material, rows: material.rows.slice(1) };
    expect(Buffer.from(encode(cook('1', fewer))).equals(once)).toBe(false);
  });

  test('a classifier says again what it was taught', () => {
    const by = classifier(encode(cook('1', material)));
    expect(by.version).toBe('1');
    const told = [...material.rows.filter(({ src }) => src === 'smsa'), ...material.written].map(({ text, label }) => [
      label,
      by.label(text),
    ]);
    expect(told.filter(([label, said]) => label !== said)).toEqual([]);
  });

  test('a mixture of regional languages is told apart by its small words', () =>
    expect(
      separate([
        'aku ora seneng karo dalan iki, wis akeh sing rusak',
        'abdi teu resep kana jalan ieu pisan, nu aya oge ruksak',
        'jalan nan rusak indak rancak untuak urang kampuang, alah lamo',
      ]),
    ).toEqual(['jv', 'su', 'min']));
});

describe('the support vector machine', () => {
  const rows = {
    starts: Int32Array.from([0, 1, 2, 4]),
    buckets: Int32Array.from([0, 1, 0, 1]),
    values: Float32Array.from([1, 1, 0.6, 0.8]),
  };
  const task = { sides: Int8Array.from([1, -1, 0]), costs: Float64Array.from([1, 1, 1]), buckets: 2, passes: 200, bias: false };

  // Of one row each, squared hinge loss and cost 1: w minimises w²/2 + (1 - w)², so w = 2/3.
  test('finds the weights that can be worked out by hand', () => {
    const weights = fit(rows, task);
    expect(weights[0]).toBeCloseTo(2 / 3, 6);
    expect(weights[1]).toBeCloseTo(-2 / 3, 6);
    expect(weights[2]).toBe(0);
  });
  test('a row of no side teaches nothing', () =>
    expect(fit(rows, { ...task, costs: Float64Array.from([1, 1, 99]) })).toEqual(fit(rows, task)));
  test('a dearer row pulls more', () =>
    expect(fit(rows, { ...task, costs: Float64Array.from([4, 1, 1]) })[0]).toBeCloseTo(8 / 9, 6));
});
