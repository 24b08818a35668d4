import type { Day } from '#model/day.ts';
import { TOPICS, type Topic } from './bank.ts';
import { at, flood } from './calendar.ts';
import { running } from './campaigns.ts';
import { CLOSERS, FEASTS, PLACES } from './phrases.ts';
import type { AccountId } from './profiles.ts';
import { pick, weigh, type Random } from './random.ts';

export interface Words {
  readonly topic: string;
  readonly pull: number;
  readonly text: string;
  readonly tags: readonly string[];
  readonly title: string;
}

/** Writes an account's posts; every subject's lines are dealt like a deck of cards, so that none comes back before all were used. */
export function writer(account: AccountId, draw: Random): (day: Day, greet: boolean) => Words {
  const decks = new Map<string, string[]>();
  const deal = (topic: Topic): string => {
    const deck = decks.get(topic.id) ?? [];
    if (deck.length === 0) deck.push(...topic.lines);
    decks.set(topic.id, deck);
    return deck.splice(Math.floor(draw() * deck.length), 1)[0] as string;
  };
  return (day, greet) => {
    const feast = FEASTS[day] ?? FEASTS[day.slice(5)];
    if (greet && feast)
      return {
        topic: 'hari-besar',
        pull: 1.25,
        tags: ['InfoTirtaraya'],
        title: feast,
        text: dress(account, draw, feast, ['InfoTirtaraya']),
      };
    const month = Number(day.slice(5, 7)) - 1;
    const wet = flood(day);
    const topic = weigh(
      draw,
      TOPICS.map((each) => [each, (each.months[month] as number) + (each.id === 'banjir' ? 70 * wet : 0)] as const),
    );
    const dealt = fill(deal(topic), draw);
    const usual = draw() < 0.8 ? topic.tags.slice(0, draw() < 0.6 ? 2 : 1) : [];
    const slogan = running(day).find((one) => one.slogan?.topic === topic.id)?.slogan;
    const line = slogan?.lines[at(day) % slogan.lines.length] ?? dealt;
    const tags = [...(slogan ? [slogan.hashtag] : []), ...usual];
    return { topic: topic.id, pull: topic.pull, tags, title: line, text: dress(account, draw, line, tags) };
  };
}

/** Replaces the slots of a line. The numbers mean nothing. */
function fill(line: string, draw: Random): string {
  const first = pick(draw, PLACES);
  const others = PLACES.filter((place) => place !== first);
  const between = (low: number, high: number): string => String(low + Math.floor(draw() * (high - low + 1)));
  const slots: Readonly<Record<string, () => string>> = {
    desa: () => first,
    desa2: () => pick(draw, others),
    cm: () => between(110, 320),
    titik: () => between(6, 28),
    persen: () => between(12, 94),
    hari: () => between(2, 10),
    jumlah: () => between(45, 780),
    ribu: () => between(12, 15),
    puluh: () => between(32, 68),
  };
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name]?.() ?? whole);
}

/** A few posts thank a citizen by handle or give a number to call: what reads them has to take that out. */
function dress(account: AccountId, draw: Random, line: string, tags: readonly string[]): string {
  const long = account === 'facebook' || account === 'instagram';
  const parts = [line];
  if (draw() < (long ? 0.7 : 0.2)) parts.push(pick(draw, CLOSERS));
  const chance = draw();
  if (chance < 0.02) parts.push(`Terima kasih @warga${pick(draw, ['muarajati', 'batuombak', 'pasirelok'])} atas laporannya.`);
  else if (chance < 0.035) parts.push(`Narahubung 0811-0000-${1000 + Math.floor(draw() * 9000)}.`);
  const words = parts.join(long ? '\n\n' : ' ');
  if (tags.length === 0) return words;
  return `${words}${long ? '\n\n' : ' '}${tags.map((tag) => `#${tag}`).join(' ')}`;
}
