import type { ClassifierCard, Measurement } from '#model/classifier.ts';
import type { I18n } from '#i18n/index.ts';

type Group = ClassifierCard['groups'][number];

/** Under so many comments of a kind nothing is said of that kind. */
const FEW = 20;
/** Of a normal distribution, 95 %. */
const Z = 1.96;

/** What the card has of all groups together: topics of our own corpus that were not trained on. */
export function wholeOf({ measured }: ClassifierCard): Measurement | undefined {
  return measured.find(({ set }) => set === 'own-corpus');
}

/** Groups that are read worse than all together by more than chance, worst first. */
export function weakOf(card: ClassifierCard): Group[] {
  const whole = wholeOf(card);
  if (!whole) return [];
  const most = ({ accuracy, n }: Group) => accuracy + Z * Math.sqrt((accuracy * (1 - accuracy)) / n);
  return card.groups.filter((group) => group.n >= FEW && most(group) < whole.accuracy).sort((a, b) => a.accuracy - b.accuracy);
}

/** What a group is called; one without words of its own by its id. */
export function groupName(words: I18n, name: string): string {
  return words.has(`opinion.machine.name.${name}`) ? words.t(`opinion.machine.name.${name}`) : name;
}
