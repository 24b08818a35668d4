import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Private, type Comment } from '#model/comment.ts';
import { SourceError } from '#model/error.ts';
import { LABELS, type Label } from '#model/label.ts';
import { OpinionMonth } from '#model/opinion.ts';
import { classifier } from '#opinion/label/classifier.ts';
import type { AskComments } from '#sources/source.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { list, remove, sha256, write } from '#store/write.ts';
import { label } from '../scripts/label.ts';
import { wrapped } from '../scripts/label/screen.ts';
import { EXAMPLES } from '../scripts/label/words.ts';
import { UsageError } from '../scripts/options.ts';
import { random } from '../scripts/sample/random.ts';
import { account, agency, means, virtual } from './platform.ts';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-label-'));
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

const weights = fs.readFileSync('data/classifier/1/weights.bin');
const shipped = classifier(weights);
const SAID = ['mantap, terima kasih', 'jam berapa buka?', 'jalan rusak parah, kecewa'];
const TOKEN = 'kenari';
/** Every comment holds a word that stands nowhere else, and something that would steer a terminal. */
const words = (index: number) => `${SAID[index % 3]} ${TOKEN}${index}\u001B]0;${TOKEN}\u0007\u202E`;
const MONTH = '2026-09';
const MANY = 400;

async function* comments({ written }: AskComments, many = MANY): AsyncIterable<Comment> {
  await Promise.resolve();
  for (let index = 0; index < many; index += 1)
    yield {
      words: new Private(words(index)),
      author: new Private(`${TOKEN}-author-${index}`),
      id: new Private(`${TOKEN}-id-${index}`),
      day: written.from,
      post: 'post',
      own: index % 50 === 49,
      reply: false,
    };
}

const texts = Array.from({ length: MANY }, (_, index) => index).filter((index) => index % 50 !== 49);
const counted = (label: Label) => texts.filter((index) => shipped.label(words(index)) === label).length;

/** A data folder in which September is counted. */
function office(change: (month: OpinionMonth) => OpinionMonth = (month) => month): string {
  const root = fs.mkdtempSync(path.join(base, 'data-'));
  const config = agency([account({ comments: true })]);
  write(`${root}/agencies/kantor/agency.json`, JSON.stringify(config));
  write(`${root}/classifier/1/weights.bin`, weights);
  const labels = { positive: counted('positive'), neutral: counted('neutral'), negative: counted('negative') };
  const month = OpinionMonth.parse({
    $schema: '../../../schema/opinion.json',
    month: MONTH,
    accounts: ['one'],
    without: [],
    readings: [
      {
        classifier: '1',
        sha256: sha256(weights),
        counted: '2026-10-08',
        cells: [
          { of: 'all', comments: texts.length, labels },
          { of: 'account', id: 'one', comments: texts.length, labels },
        ],
      },
    ],
    sittings: [],
    emerging: [],
  });
  const book = openBook(root, 'kantor');
  book.putOpinion(change(month));
  book.commit();
  return root;
}

class Keyboard extends EventEmitter {
  isTTY = true;
  isRaw = false;
  setRawMode(mode: boolean) {
    this.isRaw = mode;
    return this as never;
  }
  resume() {
    return this as never;
  }
  pause() {
    return this as never;
  }
}

/** A terminal at which somebody sits who presses a key for each screen. */
function seat(press: (screen: string, at: number) => string | undefined, size = { columns: 60, rows: 24 }) {
  const keyboard = new Keyboard();
  const said: string[] = [];
  let at = 0;
  const output = {
    isTTY: true,
    ...size,
    write(text: string) {
      said.push(text);
      if (!keyboard.isRaw || !text.includes('[')) return true;
      setImmediate(() => {
        const key = press(text, at++);
        if (key === undefined) keyboard.emit('end');
        else keyboard.emit('data', key);
      });
      return true;
    },
  };
  return { keyboard, output, all: () => said.join(''), screens: () => said };
}

/** What a careful person answers: that which our three sentences mean. */
const careful = (screen: string): string => {
  const found = SAID.findIndex((one) => screen.includes(one.split(',')[0] as string));
  return found < 0 ? ' ' : String(found + 1);
};

const hold = (root: string, at: ReturnType<typeof seat>, args: string[] = [], source = virtual({ comments }).source) =>
  label(
    ['--data', root, '--agency', 'kantor', '--month', MONTH, '--now', '2026-10-09', ...args],
    {
      input: at.keyboard as never,
      output: at.output as never,
      clock: () => new Date('2026-10-09T04:00:00Z'),
      means: () => means('2026-10-09', source),
    },
    random(base),
  );

let errors: string[] = [];
beforeEach(() => {
  errors = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

/** All that is left when the screen is gone: files, errors, and what stands on the first screen. */
function left(root: string, at: ReturnType<typeof seat>): string {
  const outside = at
    .all()
    .split('\u001B[?1049h')
    .map((part) => part.split('\u001B[?1049l').at(-1))
    .join('');
  return [
    outside,
    ...errors,
    ...list(root)
      .filter((file) => !file.endsWith('.bin'))
      .map((file) => fs.readFileSync(path.join(root, file), 'utf8')),
  ].join('\n');
}

describe('a sitting', () => {
  test('writes sums and nothing that anybody wrote', async () => {
    const root = office();
    const at = seat(careful);
    expect(await hold(root, at)).toBe(0);
    const [sitting] = openData(root).opinionOf('kantor', MONTH)?.sittings ?? [];
    expect(sitting).toMatchObject({ classifier: '1', on: '2026-10-09', of: texts.length });
    const [all] = sitting?.cells ?? [];
    // Half of 392, as nobody asked for another number.
    expect(all?.n).toBe(196);
    const rows = LABELS.map((one) => LABELS.reduce((sum, other) => sum + (all?.confusion[one][other] ?? 0), 0));
    for (const row of rows) expect(row).toBeGreaterThan(40);
    expect(rows.reduce((sum, one) => sum + one, 0)).toBe(196);
    expect(left(root, at)).not.toContain(TOKEN);
    expect(left(root, at)).toContain('196 label');
    // On the screen itself it did stand, one at a time, and nothing of it could steer the terminal.
    const shown = at.screens().filter((screen) => screen.includes(TOKEN));
    expect(shown).toHaveLength(196);
    for (const screen of shown) {
      expect(screen.startsWith('\u001B[2J\u001B[3J\u001B[H')).toBe(true);
      expect(screen.slice(12)).not.toMatch(/[\u001B\u0007\u202E]/);
      expect(screen).not.toMatch(/mesin|machine|classifier/);
    }
    expect(at.keyboard.isRaw).toBe(false);
    expect(at.keyboard.listenerCount('data')).toBe(0);
  });

  test('draws anew each time, and nobody can choose or repeat the draw, whatever the month and the cell', async () => {
    const shown = async () => {
      const at = seat(careful);
      const around = { input: at.keyboard as never, output: at.output as never, clock: () => new Date('2026-10-09T04:00:00Z') };
      const asked = ['--data', office(), '--agency', 'kantor', '--month', MONTH, '--now', '2026-10-09', '--n', '100'];
      await label(asked, { ...around, means: () => means('2026-10-09', virtual({ comments }).source) });
      return at.screens().flatMap((screen) => /kenari\d+/.exec(screen)?.[0] ?? []);
    };
    const [one, two] = [await shown(), await shown()];
    expect([one.length, two.length]).toEqual([100, 100]);
    expect(two).not.toEqual(one);
    await expect(hold(office(), seat(careful), ['--seed', 'mine'])).rejects.toThrow(UsageError);
  });

  test('keeps what counts where the person stops after 100 or more, and nothing before', async () => {
    const stop = (after: number) => {
      let [labelled, leaving] = [0, false];
      return (screen: string): string => {
        const key = careful(screen);
        if (key === ' ') return leaving ? 'q' : ' ';
        if (labelled === after) return (leaving = true) ? 'q' : '';
        labelled += 1;
        return key;
      };
    };
    const [few, enough] = [office(), office()];
    const at = seat(stop(99));
    expect(await hold(few, at)).toBe(1);
    expect(openData(few).opinionOf('kantor', MONTH)?.sittings).toEqual([]);
    expect(at.screens().at(-1)).toContain('Nothing was kept');
    expect(await hold(enough, seat(stop(110)))).toBe(0);
    expect(openData(enough).opinionOf('kantor', MONTH)?.sittings[0]?.cells[0]?.n).toBe(110);
  });

  test('keeps nothing where the terminal goes away or the person breaks off', async () => {
    for (const key of ['\u0003', undefined]) {
      const root = office();
      const at = seat((screen, step) => (step === 150 ? key : careful(screen)));
      expect(await hold(root, at)).toBe(1);
      expect(openData(root).opinionOf('kantor', MONTH)?.sittings).toEqual([]);
      expect(left(root, at)).not.toContain(TOKEN);
    }
  });

  test('is of half of what is there now, where a few comments have gone since', async () => {
    const root = office();
    const fewer = virtual({ comments: (ask) => comments(ask, 390) }).source;
    expect(await hold(root, seat(careful), [], fewer)).toBe(0);
    const [sitting] = openData(root).opinionOf('kantor', MONTH)?.sittings ?? [];
    expect([sitting?.of, sitting?.cells[0]?.n]).toEqual([383, 191]);
  });

  test('stands until there are a hundred labels more, and leaves room for one of a part only up to half of it', async () => {
    const cell = { comments: 402, labels: { positive: 134, neutral: 134, negative: 134 } };
    const root = office((month) => ({
      ...month,
      readings: month.readings.map((one) => ({ ...one, cells: one.cells.map((given) => ({ ...given, ...cell })) })),
    }));
    const long = virtual({ comments: (ask) => comments(ask, 410) }).source;
    expect(await hold(root, seat(careful), ['--n', '100'], long)).toBe(0);
    const asked = seat(careful);
    await expect(hold(root, asked, ['--n', '199'], long)).rejects.toThrow(
      '100 labels stand already; a new sample has at least 200',
    );
    await expect(hold(root, asked, ['--n', '110', '--of', 'account:one'])).rejects.toThrow('101 may still be');
    await expect(hold(root, asked, ['--n', '102', '--of', 'account:one'])).rejects.toThrow('101 may still be');
    expect(asked.all()).not.toContain('\u001B');
    // Of 402 comments that were found, half is 201. Who stops at 150 has not earned a second draw.
    const stopping = seat((screen, step) => (step > 150 ? 'q' : careful(screen)));
    expect(await hold(root, stopping, ['--n', '200'], long)).toBe(1);
    expect(openData(root).opinionOf('kantor', MONTH)?.sittings[0]?.cells[0]?.n).toBe(100);
    expect(await hold(root, seat(careful), ['--n', '200'], long)).toBe(0);
    expect(openData(root).opinionOf('kantor', MONTH)?.sittings[0]?.cells[0]?.n).toBe(200);
  });
});

describe('adapting', () => {
  const cache = '.cache/adapted/kantor';
  afterEach(() => remove(cache));
  const withCard = () => {
    const root = office();
    write(`${root}/classifier/1/card.json`, fs.readFileSync('data/classifier/1/card.json'));
    return root;
  };

  test('keeps weights that passed the leak test where they were asked for, with a card that says what they learnt from', async () => {
    const root = withCard();
    // Here people thank and complain in jest, and mean nothing by it.
    const at = seat(() => '2');
    expect(await hold(root, at, ['--adapt', 'common', '--out', `${root}/classifier/2`])).toBe(0);
    expect(left(root, at)).toContain('passed');
    expect(left(root, at)).not.toContain(TOKEN);
    const card = openData(root).card('2');
    expect(card?.sha256).toBe(sha256(openData(root).weights('2')));
    expect(card?.trained.at(-1)).toMatchObject({ file: 'classifier/1/weights.bin', rows: 196, open: false });
    // What corrects the shares is what the shipped weights said, before these labels were given.
    expect(
      openData(root)
        .opinionOf('kantor', MONTH)
        ?.sittings.map((one) => one.classifier),
    ).toEqual(['1']);
  });

  test('keeps none that are no better', async () => {
    const root = withCard();
    const at = seat(careful);
    await hold(root, at, ['--adapt', 'common', '--out', `${root}/classifier/2`]);
    expect(left(root, at)).toContain('no better');
    expect(openData(root).classifiers()).toEqual(['1']);
  });

  test('keeps weights that remember words outside git, wherever they were asked for', async () => {
    const root = withCard();
    const at = seat(careful);
    expect(await hold(root, at, ['--adapt', 'words', '--out', `${root}/classifier/2`])).toBe(0);
    expect(left(root, at)).toContain('not passed');
    expect(left(root, at)).not.toContain(TOKEN);
    expect(openData(root).classifiers()).toEqual(['1']);
    expect(list(cache)).toEqual(['classifier/2/weights.bin']);
    expect(fs.readFileSync('.gitignore', 'utf8')).toMatch(/^\.cache\/$/m);
  });

  test('is refused before anybody labels, where it could not be kept', async () => {
    const root = office();
    const at = seat(careful);
    for (const args of [
      ['--adapt', 'all'],
      ['--out', 'x/2'],
      ['--adapt', 'words', '--out', 'x/7'],
      ['--adapt', 'words', '--of', 'account:one'],
    ])
      await expect(hold(root, at, args)).rejects.toThrow(UsageError);
    expect(at.screens()).toEqual([]);
  });
});

describe('refuses', () => {
  const none = seat(careful);

  test('where there is no terminal', async () => {
    const at = seat(careful);
    at.output.isTTY = false;
    const root = office();
    await expect(hold(root, at)).rejects.toThrow(UsageError);
    expect(at.all()).toBe('');
    expect(left(root, at)).not.toContain(TOKEN);
  });

  test('a month that is not over, not counted, or counted by other weights', async () => {
    const root = office();
    await expect(hold(root, none, ['--month', '2026-10'])).rejects.toThrow('2026-10 is not over');
    await expect(hold(root, none, ['--month', '2026-08'])).rejects.toThrow('2026-08 is not counted yet');
    const other = office((month) => ({ ...month, readings: month.readings.map((one) => ({ ...one, sha256: '0'.repeat(64) })) }));
    await expect(hold(other, none)).rejects.toThrow('is not the one that counted 2026-09');
  });

  test('a month whose comments have gone, or can not be read whole, without a word of theirs', async () => {
    const root = office();
    const gone = virtual({ comments: (ask) => comments(ask, 300) }).source;
    await expect(hold(root, none, [], gone)).rejects.toThrow('392 comments were counted and 294 are there now');
    const breaks = (error: Error) =>
      virtual({
        comments: async function* (ask) {
          yield* comments(ask, 10);
          throw error;
        },
      }).source;
    await expect(hold(root, none, [], breaks(new SourceError('https://virtual.example: answered 500')))).rejects.toThrow(
      'answered 500',
    );
    const quoting = new TypeError(`cannot read ${words(1)}\n    at ${words(2)}`);
    const failed = await hold(root, none, [], breaks(quoting)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SourceError);
    expect(String(failed) + errors.join('')).not.toContain(TOKEN);
  });

  test('wrong use', async () => {
    const root = office();
    for (const args of [
      ['--n', '50'],
      ['--of', 'banjir'],
      ['--seed', 'a\nb'],
      ['--language', 'jv'],
    ])
      await expect(hold(root, none, args)).rejects.toThrow(UsageError);
    await expect(hold(root, none, ['--of', 'topic:gempa'])).rejects.toThrow('was not counted');
    await expect(hold(root, none, ['--n', '197'])).rejects.toThrow('at most half of them, here 196');
  });
});

describe('the screen', () => {
  test('shows a long comment part by part', async () => {
    const long = async function* (ask: AskComments): AsyncIterable<Comment> {
      for await (const one of comments(ask))
        yield { ...one, words: new Private(`${one.words.read()}\n${'panjang sekali '.repeat(80)} ${TOKEN}akhir`) };
    };
    const root = office((month) => ({
      ...month,
      readings: month.readings.map((one) => ({
        ...one,
        cells: one.cells.map((cell) => ({ ...cell, labels: { positive: 130, neutral: 131, negative: 131 } })),
      })),
    }));
    const at = seat((screen) => (screen.includes(`${TOKEN}akhir`) ? '2' : ' '), { columns: 40, rows: 16 });
    expect(await hold(root, at, ['--n', '100'], virtual({ comments: long }).source)).toBe(0);
    expect(Math.max(...at.screens().map((screen) => screen.split('\r\n').length))).toBeLessThanOrEqual(16);
  });

  test('wraps whatever is written, and leaves nothing out', () => {
    expect(wrapped('satu dua tiga', 8)).toEqual(['satu dua', 'tiga']);
    expect(wrapped('x'.repeat(20), 8)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx']);
    expect(wrapped('a\n\nb\u0000\u009Bc 👨‍👩‍👧', 20)).toEqual(['a', '', 'b c 👨‍👩‍👧']);
    expect(wrapped('', 20)).toEqual(['']);
  });

  test('its guide quotes the corpus, each under its label', () => {
    const rows = list('data/corpus')
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) =>
        fs
          .readFileSync(`data/corpus/${file}`, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { text: string; label: Label; second: Label }),
      );
    const known = new Map(rows.map((row) => [row.text, row]));
    for (const one of LABELS) for (const text of EXAMPLES[one]) expect([known.get(text)?.label, text]).toEqual([one, text]);
  });
});
