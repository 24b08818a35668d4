import type { CorpusTopic } from '#model/corpus.ts';
import { dayOf } from '#model/day.ts';
import { LABELS, type Label } from '#model/label.ts';
import { corpus } from './corpus.ts';
import { pick, random, weigh, type Random } from './random.ts';
import { ANYTHING, MATTERS, moodOf, stirs, type Matter } from './story.ts';
import { ASKED, figure, instant, type Item, type Life } from './world.ts';

/** One invented comment under a post, or the office's answer to one. */
interface Remark {
  /** Unique below its post, older ones first. */
  readonly number: number;
  readonly text: string;
  /** Who wrote it, by number; null is the office itself. */
  readonly by: number | null;
  /** Position of the first day on which the job sees it, and the instant of writing. */
  readonly seen: number;
  readonly time: number;
  /** Number of the one that it answers; null where it answers the post. */
  readonly parent: number | null;
}

/** What stands under a post on a day, oldest first: as many from the public straight under it as its own figure of comments says. */
export function remarks(life: Life, item: Item, day: number): readonly Remark[] {
  let all = written.get(life);
  if (!all) written.set(life, (all = writeAll(life)));
  return (all.get(item.id) ?? []).filter(({ seen }) => seen <= day);
}
const written = new WeakMap<Life, ReadonlyMap<string, readonly Remark[]>>();

function writeAll(life: Life): Map<string, readonly Remark[]> {
  const { id } = life.profile;
  const deal = dealer(id);
  // Facebook's figure holds the answers to comments and the office's own; the others count what stands straight under the post.
  const isFlat = id === 'facebook';
  const people = isFlat ? 7000 : 500;
  return new Map(life.items.map((item) => [item.id, write(item, deal, isFlat, people)]));
}

function write(item: Item, deal: Deal, isFlat: boolean, people: number): Remark[] {
  const draw = random(`comments/${item.account}/${item.id}`);
  const found: Remark[] = [];
  const add = (remark: Omit<Remark, 'number'>): number => found.push({ ...remark, number: found.length });
  for (const [age, count] of arrivals(item).entries()) {
    const seen = Math.max(item.day + age, firstSeen(item));
    const from = Math.max(instant(item.day, item.minute), instant(seen - 1, ASKED));
    const times = Array.from({ length: count }, () => from + Math.floor(draw() * (instant(seen, ASKED) - from)));
    for (const time of times.sort((a, b) => a - b)) {
      const before = found.at(-1);
      const isOld = before !== undefined && before.by !== null && before.parent === null;
      if (isFlat && isOld && draw() < 0.07) {
        add({ text: pick(draw, OWN), by: null, seen, time, parent: before.number });
        continue;
      }
      const { text, isSpam } = deal(item, time, draw);
      const by = isSpam ? people + Math.floor(draw() * 3) : Math.floor(people * draw() ** 2.5);
      add({ text, by, seen, time, parent: isFlat && isOld && draw() < 0.1 ? before.number : null });
      if (!isFlat && draw() < 0.15) add({ text: pick(draw, OWN), by: null, seen, time: time + 1, parent: found.length - 1 });
    }
  }
  return found;
}

const OWN = [
  'Terima kasih, sudah kami teruskan ke petugas lapangan.',
  'Mohon kirim lokasi dan foto lewat kanal aduan, ya. Kami cek hari ini.',
  'Baik, jadwalnya kami perbarui di laman kabupaten sore ini.',
  'Mohon maaf atas ketidaknyamanannya. Petugas sedang menuju lokasi.',
  'Terima kasih atas masukannya. Kami catat untuk rapat pekan ini.',
] as const;

/** How many come on each day of a post's life. */
function arrivals(item: Item): number[] {
  const there = Array.from({ length: 29 }, (_, age) => figure(item, 'comments', item.day + age));
  return there.map((count, age) => count - (there[age - 1] ?? 0));
}

/** The job looks at 20:37: what was posted later is seen on the day after. */
function firstSeen({ day, minute }: Item): number {
  return minute < ASKED ? day : day + 1;
}

/** How others say the same: from the two places that were hit hardest, or by the way they close. */
const AGAIN = ['(Batu Ombak)', '(Sungai Lempah)', 'min', 'kak', 'pak', 'bu', 'ya', 'nih', 'deh', 'sih'];

interface Dealt {
  readonly text: string;
  readonly isSpam: boolean;
}
type Deal = (item: Item, time: number, draw: Random) => Dealt;

/** Deals an account's comments out of the corpus, so that no two of one month have the same words. */
function dealer(account: string): Deal {
  const decks = new Map<string, Dealt[]>();
  const used = new Set<string>();
  const take = ({ topic, words }: Matter, label: Label, month: string): Dealt | undefined => {
    const key = `${account}/${month}/${topic}/${label}${words ? '/stirred' : ''}`;
    let deck = decks.get(key);
    if (!deck) decks.set(key, (deck = stack(topic, label, key, words)));
    for (let dealt = deck.pop(); dealt !== undefined; dealt = deck.pop()) {
      const said = `${month} ${dealt.text}`;
      if (used.has(said)) continue;
      used.add(said);
      return dealt;
    }
    return undefined;
  };
  return (item, time, draw) => {
    const day = dayOf(new Date(time), 'Asia/Makassar');
    const matter = subject(item, day, draw);
    const mood = moodOf(matter.topic, day);
    const label = weigh(
      draw,
      LABELS.map((each) => [each, mood[each]] as const),
    );
    const others = [matter.topic, ...ANYTHING.map(([topic]) => topic)].map((topic): Matter => ({ topic }));
    for (const each of [matter, ...others]) {
      const dealt = take(each, label, day.slice(0, 7));
      if (dealt) return dealt;
    }
    throw new Error(`the corpus has too few comments for ${account} in ${day.slice(0, 7)}`);
  };
}

/** The comments of a topic and label, the last to be dealt first. In the flood more people write than it has: then the same again, with another end. */
function stack(topic: CorpusTopic, label: Label, seed: string, words = /(?:)/): Dealt[] {
  const rows = (corpus().get(topic) ?? []).filter((row) => row.label === label && words.test(row.text));
  const once = rows.map(({ text, register }): Dealt => ({ text, isSpam: register === 'spam' }));
  const again = once.flatMap(({ text, isSpam }) =>
    isSpam ? [] : AGAIN.map((end): Dealt => ({ text: `${text} ${end}`, isSpam })),
  );
  return [...shuffle(again, `${seed}/again`), ...shuffle(once, seed)];
}

/** What a comment is about: what stirs people, or what the post is about, or, one in six, anything. */
function subject(item: Item, day: string, draw: Random): Matter {
  const stirring = stirs(day);
  const quiet = 1 - stirring.reduce((sum, [, share]) => sum + share, 0);
  const stir = weigh(draw, [...stirring, [null, quiet] as const]);
  return stir ?? { topic: weigh(draw, draw() < 0.84 ? (MATTERS[item.topic] ?? ANYTHING) : ANYTHING) };
}

function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  const draw = random(seed);
  return items
    .map((item) => [draw(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
