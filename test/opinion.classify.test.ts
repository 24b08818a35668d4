import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Label } from '#model/label.ts';
import { classifier, type Reading } from '#opinion/label/classifier.ts';
import { bytes } from '#store/write.ts';
import { HELD_OUT, readWritten } from '../scripts/opinion/corpus.ts';
import { classify } from '../scripts/opinion/classify.ts';

const by = classifier(bytes('data/classifier/1/weights.bin'));
const held = readWritten('data/corpus').filter(({ topic }) => HELD_OUT.has(topic));

/** Comments that decide whether more than words is understood. */
const PROBES: readonly (readonly [string, Label])[] = [
  ['tidak buruk', 'positive'],
  ['ga nyesel vaksin disini', 'positive'],
  ['bagus tapi lambat', 'negative'],
  ['lambat tapi ramah', 'positive'],
  ['petugasnya ga ramah', 'negative'],
  ['hebat ya, jalan baru sebulan udah bolong 👏👏', 'negative'],
  ['terima kasih pak, tapi kok masih banjir?', 'negative'],
  ['mohon maaf pak, loketnya sepertinya kurang petugas', 'negative'],
  ['sampai sekarang belum ada yang datang', 'negative'],
  ['syarat perpanjangan ktp apa saja min?', 'neutral'],
  ['hadir min', 'neutral'],
  ['👍', 'positive'],
  ['😡', 'negative'],
  ['❤️❤️❤️', 'positive'],
  ['thank you so much', 'positive'],
  ['terrible service, never again', 'negative'],
  ['not bad at all', 'positive'],
  ['tidak pernah mengecewakan', 'positive'],
  ['luar biasa, mati lampu lagi pas maghrib', 'negative'],
  ['pelayanane apik tenan', 'positive'],
  ['hatur nuhun pisan pa', 'positive'],
  ['mantap janji doang', 'negative'],
];

/** What it gets wrong, as far as is known: the honest end of the table. */
const FAILS: readonly (readonly [string, Label])[] = [
  ['bukan main lambatnya', 'negative'],
  ['enak ya jadi pejabat', 'negative'],
  ['makasih lho udah bikin kami kebanjiran', 'negative'],
  ['salut, dikomplain setahun baru dijawab', 'negative'],
  ['wow cepet banget, cuma nunggu 3 bulan', 'negative'],
  ['kapan sih diperbaiki, udah 3 bulan', 'negative'],
];

describe('labels', () => {
  test.each(PROBES)('%s: %s', (text, label) => expect(by.label(text)).toBe(label));
  test.fails.each(FAILS)('known failure: %s: %s', (text, label) => expect(by.label(text)).toBe(label));

  test('on topics never trained on, seven of ten are right', () => {
    expect(held.length).toBeGreaterThan(900);
    expect(held.filter(({ text, label }) => by.label(text) === label).length / held.length).toBeGreaterThan(0.7);
  });

  test('both ways of asking agree, shares sum to 1 and the label has the largest', () => {
    for (const { text } of held) {
      const { label, scores, why } = by.read(text);
      expect(by.label(text)).toBe(label);
      expect(scores.positive + scores.neutral + scores.negative).toBeCloseTo(1, 9);
      expect(Math.max(...Object.values(scores))).toBe(scores[label]);
      expect(why.length).toBeLessThanOrEqual(8);
      expect([...why].sort((a, b) => b.weight - a.weight)).toEqual(why);
    }
  });

  test('what was read before changes nothing', () => {
    const fresh = classifier(bytes('data/classifier/1/weights.bin'));
    const before = held.map(({ text }) => fresh.read(text));
    for (let at = 0; at < 100_000; at += 1) fresh.label(`kata${at} lain${at * 7}`);
    expect(held.map(({ text }) => fresh.read(text))).toEqual(before);
    expect(
      [...held]
        .reverse()
        .map(({ text }) => by.read(text))
        .reverse(),
    ).toEqual(before);
  });

  test('without a word nothing is known', () => {
    const unknown: Reading = {
      label: 'neutral',
      scores: { positive: 1 / 3, neutral: 1 / 3, negative: 1 / 3 },
      language: 'other',
      why: [],
    };
    for (const text of ['', '   ', '\u0000', '\ud800', '...', '\u202e']) expect(by.read(text)).toEqual(unknown);
  });
});

describe('why', () => {
  test('names words of the comment, never a mention or a link', () => {
    const { why } = by.read('@pakde_joyo parah banget https://a.example/pakde jalannya');
    expect(why.map(({ word }) => word)).toContain('parah');
    expect(JSON.stringify(why)).not.toContain('pakde');
  });

  test('the word named first decides: without it the label is less sure', () => {
    const rows = held.filter(({ text }) => text.split(' ').length > 4);
    const less = rows.filter(({ text }) => {
      const { label, scores, why } = by.read(text);
      const first = why[0]?.word ?? '';
      return by.read(text.replaceAll(first, ' ')).scores[label] < scores[label];
    });
    expect(less.length / rows.length).toBeGreaterThan(0.9);
  });
});

async function run(args: string[], chunks: (string | Buffer)[]): Promise<{ code: number; lines: string[]; errors: string }> {
  let [out, errors] = ['', ''];
  const into = (add: (text: string) => void) =>
    new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        add(chunk.toString());
        setImmediate(done);
      },
    });
  const code = await classify(
    args,
    Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
    into((text) => (out += text)),
    into((text) => (errors += text)),
  );
  return { code, lines: out.split('\n').slice(0, -1), errors };
}

const labelsOf = (lines: readonly string[]) => lines.map((line) => (JSON.parse(line) as Reading).label);

describe('the command', () => {
  test('one line a comment, in order, empty ones too, however the input is cut', async () => {
    const input = Buffer.from('bagus 👍\n\nparah banget\r\nmakasih kak');
    const whole = await run([], [input]);
    expect(whole.code).toBe(0);
    expect(labelsOf(whole.lines)).toEqual(['positive', 'neutral', 'negative', 'positive']);
    expect(
      (
        await run(
          [],
          [...input].map((byte) => Buffer.from([byte])),
        )
      ).lines,
    ).toEqual(whole.lines);
    expect(JSON.parse(whole.lines[0] ?? '')).toMatchObject({
      language: 'id',
      why: expect.arrayContaining([{ word: '👍', weight: expect.any(Number) }]),
    });
    expect((await run([], ['bagus\n'])).lines).toHaveLength(1);
    expect((await run([], [])).lines).toEqual([]);
  });

  test('with --json a comment may hold a line break', async () => {
    const { code, lines } = await run(['--json'], ['"bagus\\nsekali"\n"\\ud800"\n']);
    expect([code, labelsOf(lines)]).toEqual([0, ['positive', 'neutral']]);
  });

  test.each(['bagus', '{"text":"bagus"}', ''])(
    'with --json, %j is no comment: the line is named, what it says is not',
    async (line) => {
      const { code, lines, errors } = await run(['--json'], [`"mantap"\n${line}\n"mantap"\n`]);
      expect([code, labelsOf(lines)]).toEqual([2, ['positive']]);
      expect(errors).toMatch(/^line 2 is no JSON string/);
      expect(errors).not.toContain('bagus');
    },
  );

  test('odd input is answered too', async () => {
    const odd = [
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from('\u0000'),
      Buffer.from('\u202eabc\u2066'),
      Buffer.from('a'.repeat(1_000_000)),
      Buffer.from('😀'.repeat(300_000)),
    ];
    const { code, lines } = await run(
      [],
      odd.flatMap((one) => [one, '\n']),
    );
    expect([code, lines.length]).toEqual([0, odd.length]);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('label');
  });

  test('a whole run over long lines holds none of them', async () => {
    const { lines } = await run(
      [],
      Array.from({ length: 200 }, () => 'jelek '.repeat(10_000)),
    );
    expect(labelsOf(lines)).toEqual(['negative']);
  });

  test('without weights, and used in a wrong way, it says what to do', async () => {
    expect(await run(['--data', 'test/input'], ['a\n'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/no weights.*npm run train/s),
    });
    expect(await run(['--classifier', '999'], ['a\n'])).toMatchObject({ code: 1, errors: expect.stringContaining('"999"') });
    expect(await run(['--nothing'], ['a\n'])).toMatchObject({ code: 2 });
  });
});
